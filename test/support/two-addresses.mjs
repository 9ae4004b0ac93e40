/** Loaded into a process before it begins (node --import): names ending in .test have an IPv4 and an IPv6 address. */
import dns from "node:dns";

const { lookup } = dns;
const BOTH = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

dns.lookup = (host, options, callback) => {
  if (!host.endsWith(".test")) return lookup(host, options, callback);
  process.stderr.write(`looked up ${host}\n`);
  const [{ address, family }] = BOTH;
  process.nextTick(() => (options.all ? callback(null, BOTH) : callback(null, address, family)));
};
