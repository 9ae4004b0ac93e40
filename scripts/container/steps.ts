/** The steps of a Dockerfile as a shell script: each stage a folder that is the root of what runs in it. */
import { execForm, lastOf, pairs, type Stage } from "./dockerfile.ts";

/** Of this machine, in place of the base image. */
const BASE = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/dev", "/proc"];

export interface Places {
  /** Folder of the folders of the stages. */
  stages: string;
  /** What the engine would be sent. */
  context: string;
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
const rootOf = (places: Places, index: number): string => `${places.stages}/${index}`;

/** The base: links as links, folders mounted. Nothing in them can be changed. */
const baseLines = (root: string): string[] => [
  `mkdir -p ${root}/tmp ${root}/root && chmod 1777 ${root}/tmp`,
  ...BASE.map(
    (path) =>
      `if [ -L ${path} ]; then cp -d ${path} ${root}${path}; elif [ -d ${path} ]; then mkdir -p ${root}${path} && mount --rbind ${path} ${root}${path}${/^\/(?:dev|proc)$/u.test(path) ? "" : ` && mount -o remount,ro,bind ${root}${path}`}; fi`,
  ),
];

/** Every step of every stage, in order. @param passed settings of this machine that reaching the registry takes. */
export function buildLines(stages: readonly Stage[], places: Places, passed: readonly string[]): string[] {
  return stages.flatMap((stage, index) => {
    const root = rootOf(places, index);
    let folder = "/";
    const lines = stage.instructions.flatMap(({ name, text }) => {
      if (name === "WORKDIR") {
        folder = text;
        return [`mkdir -p ${root}${folder}`];
      }
      if (name === "COPY") return copyLines(text, root, folder, stages, places);
      if (name !== "RUN") return [];
      const environment = [...passed, "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/root"].map(quote).join(" ");
      return [
        `echo ${quote(`RUN ${text}`)} >&2`,
        `chroot ${root} env -i ${environment} sh -euc ${quote(`cd ${folder}; ${text}`)} >&2`,
      ];
    });
    return [...baseLines(root), ...lines];
  });
}

function copyLines(
  text: string,
  root: string,
  folder: string,
  stages: readonly Stage[],
  places: Places,
): string[] {
  const words = text.split(/\s+/u);
  const flags = new Map(
    words.filter((word) => word.startsWith("--")).map((flag) => flag.split("=") as [string, string]),
  );
  const paths = words.filter((word) => !word.startsWith("--"));
  const to = paths.at(-1) ?? "";
  const from = flags.get("--from");
  const source =
    from === undefined
      ? places.context
      : rootOf(
          places,
          stages.findIndex(({ name }) => name === from),
        );
  const target = `${root}${to.startsWith("/") ? to : `${folder}/${to}`}`;
  const owner = flags.get("--chown");
  return [
    ...paths.slice(0, -1).map((path) => {
      const at = `${source}/${path}`;
      // Of a folder its contents are copied.
      return `if [ -d ${at} ]; then mkdir -p ${target} && cp -a ${at}/. ${target}/; else mkdir -p ${target.endsWith("/") ? target : `$(dirname ${target})`} && cp -a ${at} ${target}; fi`;
    }),
    ...(owner === undefined ? [] : [`chown -R ${owner} ${target}`]),
  ];
}

/** Starts what was built as compose.yaml does: the root read only, /tmp in memory, the volume elsewhere, nobody's rights. */
export function runLines(stage: Stage, index: number, places: Places, settings: readonly string[]): string[] {
  const root = rootOf(places, index);
  const user = lastOf(stage, "USER") ?? "0:0";
  const volume = lastOf(stage, "VOLUME") ?? "/data";
  const folder = lastOf(stage, "WORKDIR") ?? "/";
  const environment = stage.instructions
    .filter(({ name }) => name === "ENV")
    .flatMap(({ text }) => pairs(text));
  const command = [
    ...execForm(lastOf(stage, "ENTRYPOINT") ?? "[]"),
    ...execForm(lastOf(stage, "CMD") ?? "[]"),
  ];
  const enter = `chroot --userspec=${user} ${root} env -i`;
  return [
    `mkdir -p ${places.stages}/volume && cp -a ${root}${volume}/. ${places.stages}/volume/ && chown --reference=${root}${volume} ${places.stages}/volume`,
    `mount --bind ${root} ${root} && mount --bind ${places.stages}/volume ${root}${volume} && mount -t tmpfs tmpfs ${root}/tmp`,
    `mount -o remount,ro,bind ${root}`,
    ...BASE.map((path) => `[ -L ${path} ] || [ ! -d ${path} ] || mount --rbind ${path} ${root}${path}`),
    `if ${enter} touch ${root}${folder}/written 2>/dev/null || ${enter} touch ${folder}/written 2>/dev/null; then echo "the tree can be written to" >&2; exit 9; fi`,
    `exec ${enter} PATH=/usr/local/bin:/usr/bin:/bin ${[...environment, ...settings].map(quote).join(" ")} sh -c ${quote(`cd ${folder}; exec "$@"`)} sh ${command.map(quote).join(" ")}`,
  ];
}
