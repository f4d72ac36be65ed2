// @ts-check
import { connect } from 'node:net';

/**
 * @typedef {object} Marionette A connection to Firefox's own remote control.
 * @property {(command: string, parameters?: object) => Promise<any>} send
 * @property {() => void} close
 */

/**
 * Connects to a Firefox that was started with `--marionette`. Each message is its length, a colon, and JSON.
 *
 * @param {number} port
 * @returns {Promise<Marionette>}
 */
export async function connectMarionette(port) {
  const socket = connect({ host: '127.0.0.1', port });
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  const state = { received: Buffer.alloc(0), count: 0 };
  const greeted = new Promise((resolve, reject) => {
    waiting.set(0, { resolve, reject });
  });
  socket.on('data', (bytes) => {
    state.received = Buffer.concat([state.received, bytes]);
    for (let message = takeMessage(state); message !== undefined; message = takeMessage(state)) settle(waiting, message);
  });
  const end = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has gone'));
    waiting.clear();
  };
  socket.on('error', end);
  socket.on('close', end);
  await greeted;
  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        const id = (state.count += 1);
        waiting.set(id, { resolve, reject });
        const message = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
    close: () => socket.destroy(),
  };
}

/** @param {{ received: Buffer }} state */
function takeMessage(state) {
  const colon = state.received.indexOf(':');
  if (colon === -1) return undefined;
  const end = colon + 1 + Number(state.received.toString('latin1', 0, colon));
  if (state.received.length < end) return undefined;
  const message = JSON.parse(state.received.toString('utf8', colon + 1, end));
  state.received = state.received.subarray(end);
  return message;
}

/**
 * An answer is `[1, id, error, value]`; what comes first, unasked, is the greeting.
 *
 * @param {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} waiting
 * @param {any} message
 */
function settle(waiting, message) {
  const [, id, error, value] = Array.isArray(message) ? message : [1, 0, null, message];
  const call = waiting.get(id);
  waiting.delete(id);
  if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
  else call?.resolve(value);
}
