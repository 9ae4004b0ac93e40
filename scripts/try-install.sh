#!/usr/bin/env bash
# Installs as operators do, really, from the registry, and sees that it starts and answers: a clone and a package, with
# and without install scripts, in a folder with a space and Chinese in its name, without a home, from another folder, and
# where nothing can be written. Takes some minutes. NODES="/path/to/node20/bin /path/to/node22/bin" tries each.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
chmod 755 "$work"
question="半导体集群以哪些城市为核心"

# Asks as a user who may write nothing, without a home; as root that is nobody.
ask() {
  local as=()
  [ "$(id -u)" = 0 ] && as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  (cd / && env -i PATH="$PATH" "${as[@]}" "$@" "$question") | grep -q "广州" || { echo "no answer: $*" >&2; return 1; }
  echo "  answers: ${*/#$work/…}"
}

try() {
  local name="$1 $(node --version)"
  local place="$work/$name 粤群"
  echo "a clone, npm ci --omit=dev ($name)"
  git clone -q . "$place/clone"
  (cd "$place/clone" && npm ci --omit=dev --silent --no-audit --no-fund)
  chmod -R a-w "$place/clone"
  ask node "$place/clone/launch.mjs" ask

  echo "a clone, npm ci --omit=dev --ignore-scripts, built at the first start ($name)"
  git clone -q . "$place/bare"
  (cd "$place/bare" && npm ci --omit=dev --ignore-scripts --silent --no-audit --no-fund)
  node "$place/bare/launch.mjs" --version > /dev/null
  chmod -R a-w "$place/bare"
  ask node "$place/bare/launch.mjs" ask

  for flags in "" "--ignore-scripts"; do
    echo "the package, npm install $flags ($name)"
    mkdir -p "$place/app$flags"
    (cd "$place/app$flags" && npm init -y > /dev/null && npm install --silent --no-audit --no-fund $flags "$work"/*.tgz)
    chmod -R a-w "$place/app$flags"
    ask "$place/app$flags/node_modules/.bin/yuequn" ask
  done
  (cd "$place/app" && npx --no-install yuequn ask "$question" | grep -q "广州") && echo "  answers: npx yuequn ask"
}

echo "the package, twice, from two clones"
for i in one two; do
  git clone -q . "$work/$i/${i/two/二 two}"
  (cd "$work/$i/${i/two/二 two}" && npm ci --silent --no-audit --no-fund && npm pack --silent --pack-destination "$work/$i" > /dev/null)
done
cmp "$work"/one/*.tgz "$work"/two/*.tgz
mv "$work"/one/*.tgz "$work"/
echo "  same bytes: $(sha256sum "$work"/*.tgz | cut -c1-16)…, $(stat -c %s "$work"/*.tgz) bytes"
if [ -n "${NODES:-}" ]; then
  for bin in $NODES; do PATH="$bin:$PATH" try try; done
else
  try try
fi
echo "everything installs and answers"
