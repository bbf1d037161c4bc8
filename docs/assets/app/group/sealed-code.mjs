// @ts-check
/**
 * A text that only the browser which began a round can read: sealed to the round's public key with X25519, HKDF-SHA-256
 * and AES-256-GCM, all of them the browser's own (WebCrypto). Pure: keys come in, texts go out.
 *
 * Key and nonce. Each code is sealed with a key pair made for it and thrown away, as RFC 9180 (section 4.1) does to encapsulate
 * a key: the secret shared with the round's key, and so the AES key and nonce that HKDF draws from it, belong to this code alone.
 * AES-GCM asks that no nonce is used twice with one key (NIST SP 800-38D, section 8); here no key is used twice. Both
 * public keys go into the derivation (RFC 7748, section 6.1, asks for that), and what stands before the box is
 * authenticated with it. WebCrypto refuses a public key that leads to a secret of zeros (RFC 7748, section 6.1).
 * There is no proof of who sealed a code: whoever has the invitation can make one.
 */
import { seal as withChecksum, unseal as withoutChecksum } from "../links/bits.mjs";

/** A round's keys in base64url, 32 bytes each. @typedef {{publicKey: string, privateKey: string}} Keys */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export const MARK = "ptp1t"; // every code begins with it
const ID = 8; // characters of a round's id
const LENGTH = 4; // digits that say how many characters the box has
export const HEAD = MARK.length + ID + LENGTH;
export const TAIL = 5; // characters of the checksum
const LONGEST = 9999;
const CURVE = { name: "X25519" };
const INFO = "push-to-pull/sealed-code/1";
const KEY = 32; // bytes, as has a public key
const NONCE = 12;

/** @param {Bytes} bytes @returns {string} base64url */
export const toBase64 = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** @param {string} text base64url @returns {Bytes} */
export const fromBase64 = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));

/** @param {string} text @returns {Bytes} */
const bytesOf = (text) => new TextEncoder().encode(text);

/** @param {string} publicKey @returns {string} the id of a round, which is the beginning of its key: as random, and read without WebCrypto */
export const roundId = (publicKey) => publicKey.slice(0, ID);

/** @returns {Promise<Keys>} of a new round. Rejects where the browser has no X25519, or the page is not secure */
export async function makeKeys() {
  const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]));
  const { x, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return { publicKey: String(x), privateKey: String(d) };
}

/** @returns {Promise<boolean>} whether this browser, on this page, can seal and open codes */
export async function canSeal() {
  try {
    await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} publicKey @returns {Promise<CryptoKey>} */
const publicOf = (publicKey) => crypto.subtle.importKey("raw", fromBase64(publicKey), CURVE, true, []);

/**
 * @param {CryptoKey} own private key @param {CryptoKey} theirs public key
 * @param {Bytes} salt both public keys, that of the code first
 * @returns {Promise<{key: CryptoKey, nonce: Bytes}>} of one code
 */
async function keyOf(own, theirs, salt) {
  const secret = await crypto.subtle.deriveBits({ ...CURVE, public: theirs }, own, KEY * 8);
  const source = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: bytesOf(INFO) };
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(how, source, (KEY + NONCE) * 8));
  const key = await crypto.subtle.importKey("raw", bytes.slice(0, KEY), "AES-GCM", false, ["encrypt", "decrypt"]);
  return { key, nonce: bytes.slice(KEY) };
}

/** @param {...Bytes} parts @returns {Bytes} one after the other */
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

/**
 * @param {string} publicKey of the round
 * @param {string} text
 * @returns {Promise<string|null>} the code: mark, id of the round, length, box, checksum; letters, digits, - and _.
 *   Null where the text is too long (about 7 KB). Rejects where the key is none
 */
export async function sealText(publicKey, text) {
  const once = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]));
  const own = new Uint8Array(await crypto.subtle.exportKey("raw", once.publicKey));
  const salt = joined(own, fromBase64(publicKey));
  const { key, nonce } = await keyOf(once.privateKey, await publicOf(publicKey), salt);
  const plain = bytesOf(text);
  const size = Math.ceil(((KEY + plain.length + 16) * 4) / 3);
  if (size > LONGEST) return null;
  const head = `${MARK}${roundId(publicKey)}${String(size).padStart(LENGTH, "0")}`;
  const how = { name: "AES-GCM", iv: nonce, additionalData: bytesOf(head) };
  const box = new Uint8Array(await crypto.subtle.encrypt(how, key, plain));
  return withChecksum(MARK, head + toBase64(joined(own, box)));
}

/**
 * @param {string} text that begins with the mark
 * @returns {{code: string, round: string}|null} the code at its beginning, and whose it is; null where it is cut or changed
 */
export function codeAt(text) {
  const size = text.slice(HEAD - LENGTH, HEAD);
  if (!/^\d{4}$/.test(size)) return null;
  const code = text.slice(0, HEAD + Number(size) + TAIL);
  const whole = code.length === HEAD + Number(size) + TAIL && withoutChecksum(MARK, code) !== null;
  return whole ? { code, round: code.slice(MARK.length, MARK.length + ID) } : null;
}

/**
 * @param {Keys} keys of the round
 * @param {string} code
 * @returns {Promise<string|null>} the text; null for whatever was not sealed to these keys just so. Never rejects
 */
export async function openSealed({ publicKey, privateKey }, code) {
  try {
    const text = withoutChecksum(MARK, code);
    if (text === null) return null;
    const bytes = fromBase64(text.slice(HEAD));
    const [own, box] = [bytes.slice(0, KEY), bytes.slice(KEY)];
    const jwk = { kty: "OKP", crv: CURVE.name, x: publicKey, d: privateKey };
    const secret = await crypto.subtle.importKey("jwk", jwk, CURVE, false, ["deriveBits"]);
    const salt = joined(own, fromBase64(publicKey));
    const { key, nonce } = await keyOf(secret, await publicOf(toBase64(own)), salt);
    const how = { name: "AES-GCM", iv: nonce, additionalData: bytesOf(text.slice(0, HEAD)) };
    return new TextDecoder("utf-8", { fatal: true }).decode(await crypto.subtle.decrypt(how, key, box));
  } catch {
    return null;
  }
}
