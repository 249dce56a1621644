// start.mjs CONNINFO PORT: Platformatic DB over the tables of a database, REST without GraphQL, without a log.
import { create } from '@platformatic/db';

const [connectionString, port] = process.argv.slice(2);
const app = await create(import.meta.dirname, {
  server: { hostname: '127.0.0.1', port: Number(port), logger: { level: 'error' } },
  db: { connectionString, graphql: false, openapi: true, schemalock: false },
  watch: false,
});
await app.start({ listen: true });
