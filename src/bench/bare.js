// One client that makes the peer's own transaction as fast as the database lets it: `node bare.js SECONDS`, in the
// peer's folder. Ends with a line of figures like that of requests.lua, and with the fsyncs of these seconds.
const mysql = require('mysql2/promise');
const WARMUP = 5;
const UPDATE = 'UPDATE user_subscriptions SET api_calls_used = api_calls_used + 1 '
  + 'WHERE user_id=? AND api_calls_used < api_calls_limit';
const INSERT = 'INSERT INTO api_usage(user_id, endpoint, tokens, created_at) VALUES (?, ?, ?, NOW(3))';

async function transaction(client) {
  await client.query('START TRANSACTION');
  const [counted] = await client.execute(UPDATE, [1]);
  if (counted.affectedRows !== 1) throw new Error('the peer has no calls left');
  await client.execute(INSERT, [1, '/api/chat', 12]);
  await client.query('COMMIT');
}

async function repeat(client, seconds) {
  const took = [], end = performance.now() + seconds * 1000;
  for (let from = performance.now(), now; from < end; from = now) {
    await transaction(client);
    now = performance.now();
    took.push(now - from);
  }
  return took.sort((one, other) => one - other);
}

async function fsyncs(client) {
  const [rows] = await client.query('SHOW GLOBAL STATUS LIKE ?', [process.env.FSYNC_COUNTER]);
  return +rows[0].Value;
}

async function main(seconds) {
  const { DB_PORT: port, DB_USER: user, DB_PASSWORD: password } = process.env;
  const client = await mysql.createConnection({ host: '127.0.0.1', port: +port, user, password, database: 'seed' });
  await repeat(client, WARMUP);
  const before = await fsyncs(client), from = performance.now();
  const took = await repeat(client, seconds);
  const lasted = (performance.now() - from) / 1000, after = await fsyncs(client);
  const micros = (percent) => Math.round(1000 * took[Math.ceil(took.length * percent / 100) - 1]);
  console.log(`{"seconds":${lasted.toFixed(3)},"answers":${took.length},"refused":0,"broken":0,`
    + `"p50":${micros(50)},"p99":${micros(99)},"fsyncs":${after - before}}`);
  await client.end();
}

main(+process.argv[2]).catch((e) => {
  console.error(`bench: one bare transaction: ${e.message}`);
  process.exit(1);
});
