// Runs inside a worker thread as plain text, after hash-wasm's own file, which has put `argon2id` on `exports`
// (see argon2.ts). CommonJS because a worker made from text is.
const { parentPort, workerData } = require('node:worker_threads')

exports.argon2id(workerData).then((hash) => parentPort.postMessage(hash))
