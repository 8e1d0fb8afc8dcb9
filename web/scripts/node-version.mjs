// Ends with a sentence instead of a riddle when Node is too old to build this.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`web is built with Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
