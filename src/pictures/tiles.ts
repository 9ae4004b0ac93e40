/** Where each city's tile stands, north up: the province as people know it, every city the same size. */

export interface Tile {
  city: string;
  column: number;
  row: number;
}

/** Six to a row: an English name still fits its tile where the picture is as wide as a phone. */
const ROWS: readonly (readonly [row: number, first: number, ...cities: string[]])[] = [
  [0, 1, "清远", "韶关", "河源", "梅州"],
  [1, 0, "肇庆", "佛山", "广州", "惠州", "揭阳", "潮州"],
  [2, 0, "云浮", "中山", "东莞", "深圳", "汕尾", "汕头"],
  [3, 0, "茂名", "江门", "珠海"],
  [4, 0, "湛江", "阳江"],
];

export const TILES: readonly Tile[] = ROWS.flatMap(([row, first, ...cities]) =>
  cities.map((city, i) => ({ city, column: first + i, row })),
);

export const TILE_COLUMNS = 6;
export const TILE_ROWS = 5;
