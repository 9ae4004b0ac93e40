/** Where each city's tile stands, north up: the province as people know it, every city the same size. */

export interface Tile {
  city: string;
  column: number;
  row: number;
}

const ROWS: readonly (readonly [row: number, first: number, ...cities: string[]])[] = [
  [0, 3, "清远", "韶关", "河源", "梅州"],
  [1, 2, "肇庆", "佛山", "广州", "惠州", "揭阳", "潮州"],
  [2, 1, "云浮", "江门", "中山", "东莞", "深圳", "汕尾", "汕头"],
  [3, 0, "茂名", "阳江"],
  [3, 3, "珠海"],
  [4, 0, "湛江"],
];

export const TILES: readonly Tile[] = ROWS.flatMap(([row, first, ...cities]) =>
  cities.map((city, i) => ({ city, column: first + i, row })),
);

export const TILE_COLUMNS = 8;
export const TILE_ROWS = 5;
