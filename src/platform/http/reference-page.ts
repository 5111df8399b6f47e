/** The parts of an OpenAPI document that the readable reference shows. */
interface Schema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  $ref?: string;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
  description?: string;
}
interface Body {
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Body;
  responses?: Record<string, Body>;
}
export interface ReferenceDocument {
  info: { title: string; description?: string };
  servers?: { url: string }[];
  paths?: Record<string, Record<string, Operation>>;
}

/** The reference for people: one page of plain HTML, without scripts. */
export function renderReference(document: ReferenceDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const links = operations.map(
    ({ path, method, operation }) =>
      `<li><a href="#${escapeHtml(operation.operationId)}"><b>${method}</b> ${escapeHtml(path)}</a></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(document.info.title)} API</title><style>${style}</style></head><body>
<nav aria-label="Operations"><ul>${links.join('')}</ul></nav><main>
<h1>${escapeHtml(document.info.title)} API</h1><p>${escapeHtml(document.info.description)}</p>
<p>Base address <code>${escapeHtml(document.servers?.[0]?.url)}</code>, for programs: <a href="openapi.json">openapi.json</a>.
Lists take <code>limit</code> (1 to 200) and <code>cursor</code> and answer <code>{"data": […], "nextCursor": …}</code>.
Writes take an <code>Idempotency-Key</code>, kept 24 hours. Errors are <code>application/problem+json</code>.</p>
<pre>curl -H "Authorization: Bearer KEY" ${escapeHtml(document.servers?.[0]?.url)}/creators</pre>
${operations.map(renderOperation).join('\n')}</main></body></html>`;
}

function renderOperation({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const body = Object.entries(operation.requestBody?.content ?? {});
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status !== 'default');
  return `<section id="${escapeHtml(operation.operationId)}"><h2><b>${method}</b> ${escapeHtml(path)}</h2>
<p>${escapeHtml(operation.summary)} ${escapeHtml(operation.description).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>
${renderParameters(operation.parameters ?? [])}
${body.map(([type, { schema }]) => `<h3>Body <small>${escapeHtml(type)}</small></h3>${renderSchema(schema)}`).join('')}
${answers
  .map(
    ([status, answer]) =>
      `<h3>Answer ${escapeHtml(status)}</h3>${Object.values(answer.content ?? {})
        .map(({ schema }) => renderSchema(schema))
        .join('')}`,
  )
  .join('')}
</section>`;
}

function renderParameters(parameters: Parameter[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(place)}${required ? ', required' : ''}</td><td>${escapeHtml(typeOf(schema))}</td><td>${escapeHtml(description ?? schema?.description)}</td></tr>`,
  );
  return `<h3>Parameters</h3><table>${rows.join('')}</table>`;
}

function renderSchema(schema: Schema | undefined): string {
  const rows = fieldsOf(schema, '');
  if (rows.length === 0) return `<p><code>${escapeHtml(typeOf(schema))}</code></p>`;
  return `<table>${rows.join('')}</table>`;
}

function fieldsOf(schema: Schema | undefined, prefix: string): string[] {
  const object = schema?.type === 'array' ? schema.items : schema;
  return Object.entries(object?.properties ?? {}).flatMap(([name, field]) => [
    `<tr><td><code>${escapeHtml(prefix + name)}</code></td><td>${object?.required?.includes(name) ? 'required' : ''}</td><td>${escapeHtml(typeOf(field))}</td><td>${escapeHtml(field.description)}</td></tr>`,
    ...(prefix.length < 40 ? fieldsOf(field, `${prefix}${name}.`) : []),
  ]);
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return '';
  return literalsOf(schema) ?? structureOf(schema);
}

function literalsOf(schema: Schema): string | null {
  if (schema.$ref) return schema.$ref.split('/').pop() ?? '';
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  return schema.const === undefined ? null : JSON.stringify(schema.const);
}

function structureOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return choices.map(typeOf).join(' | ');
  if (schema.type === 'array') return `${typeOf(schema.items)}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return schema.format ? `${type} (${schema.format})` : type;
}

function escapeHtml(value: string | undefined): string {
  return (value ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root{color-scheme:light dark;--ink:light-dark(#24262e,#eff0f2);--soft:light-dark(#5d6068,#a9acb4);--line:light-dark(#e3e4e8,#35373e);--code:light-dark(#f4f5f7,#1d1f25)}
body{margin:0;font:14px/1.5 system-ui,sans-serif;color:var(--ink);background:light-dark(#fbfbfc,#131419);display:grid;grid-template-columns:minmax(220px,300px) minmax(0,860px);gap:32px}
nav{position:sticky;top:0;height:100vh;overflow:auto;border-right:1px solid var(--line);font-size:12px}nav ul{list-style:none;margin:0;padding:16px}nav a{display:block;padding:2px 0;color:var(--soft);text-decoration:none;overflow-wrap:anywhere}nav a:hover{color:var(--ink)}
main{padding:16px 16px 80px}section{border-top:1px solid var(--line);margin-top:28px;padding-top:8px}h2{font-size:16px;overflow-wrap:anywhere}h2 b,nav b{font-weight:600}h3{font-size:13px;color:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:13px;display:block;overflow-x:auto}td{border-bottom:1px solid var(--line);padding:4px 12px 4px 0;vertical-align:top}code,pre{background:var(--code);border-radius:4px;padding:1px 4px;font-size:12px}pre{padding:10px;overflow:auto}
a{color:light-dark(#4a43c9,#a5a4ff)}@media(max-width:760px){body{display:block}nav{position:static;height:auto;max-height:40vh;border:0}}`;
