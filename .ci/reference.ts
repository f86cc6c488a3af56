import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas, schemaFile } from '../src/library/editor-schemas.ts';
import { ruleGuide } from '../src/outputs/rule-guide.ts';
import { root } from './node.js';

// `npm run reference`: writes the guide to the rules and the schemas for editors anew. A test holds that they are current.
writeFileSync(join(root, 'src/model/rules/README.md'), ruleGuide());
mkdirSync(join(root, 'src/schemas'), { recursive: true });
for (const [name, schema] of Object.entries(editorSchemas())) writeFileSync(join(root, `src/schemas/${name}.json`), schemaFile(schema));
