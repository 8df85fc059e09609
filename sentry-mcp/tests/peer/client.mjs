// Lists, calls and reads with the TypeScript SDK, in both eras, on the sandbox.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const [program, modules] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(`${modules}/@modelcontextprotocol/client/dist/${file}`).href);
const { Client } = await load('index.mjs');
const { StdioClientTransport } = await load('stdio.mjs');

async function check(mode) {
  const client = new Client({ name: 'peer', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(new StdioClientTransport({ command: program, args: ['--demo'] }));
  const names = (await client.listTools()).tools.map((tool) => tool.name);
  assert(names.includes('search_issues'), names.join());

  const query = 'is:unresolved level:error';
  const found = await client.callTool({ name: 'search_issues', arguments: { query, limit: 3 } });
  assert(!found.isError, JSON.stringify(found));
  const { issues } = found.structuredContent;
  assert.equal(issues.length, 3);
  assert(found.content[0].text.startsWith(`\`${query}\` in \`acme\`: 3 of `), found.content[0].text);

  const issue = await client.callTool({ name: 'get_issue', arguments: { issue: issues[0].shortId } });
  assert.equal(issue.structuredContent.issue.id, issues[0].id);

  const refused = await client.callTool({ name: 'search_issues', arguments: { query: 'is:resloved' } });
  assert.equal(refused.isError, true);
  assert.equal(refused.structuredContent.error.code, 'SENTRY_INVALID_QUERY');

  const { resources } = await client.listResources();
  const recent = await client.readResource({ uri: resources[0].uri });
  assert(recent.contents[0].text.includes('SHOP-'));

  const version = client.getNegotiatedProtocolVersion();
  await client.close();
  return version;
}

for (const [mode, expected] of [['legacy', '2025-11-25'], ['auto', '2026-07-28']]) {
  const version = await check(mode);
  assert.equal(version, expected, mode);
  console.log(`TypeScript SDK, ${mode}: ${version}, all well`);
}
