import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { fieldText } from '#ground/field.js';
import { manifestFaults } from '#imports/kinds.js';

/**
 * The validators of @kubernetes-models ignore unknown fields, and what imports/ makes of them rests on how they are
 * generated. So it is proven on the whole of each kind: from the type, which is generated from the same source, comes a
 * manifest with every field at every depth; none of them may be called unknown, and one that is not declared in any object must be.
 */
const operator = '@kubernetes-models/prometheus-operator/monitoring.coreos.com';
const paths = {
  ServiceMonitor: `${operator}/v1/ServiceMonitor`,
  PrometheusRule: `${operator}/v1/PrometheusRule`,
  AlertmanagerConfig: `${operator}/v1alpha1/AlertmanagerConfig`,
  ConfigMap: 'kubernetes-models/v1/ConfigMap',
  Service: 'kubernetes-models/v1/Service',
  Deployment: 'kubernetes-models/apps/v1/Deployment',
};
type Name = keyof typeof paths;
const names = Object.keys(paths) as readonly Name[];

/** The types of all kinds, read by the compiler from a file that exists in memory only. */
const readTypes = () => {
  const entry = `${process.cwd()}/every-kind.ts`;
  const source = names
    .map((name) => `export declare const ${name}: import('${paths[name]}').I${name};`)
    .join('\n');
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, types: [] };
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === entry ? ts.createSourceFile(name, source, version) : fromDisk(name, version);
  const program = ts.createProgram([entry], options, host);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  return {
    checker,
    types: new Map(exported.map((symbol) => [symbol.name, checker.getTypeOfSymbol(symbol)])),
  };
};
const { checker, types } = readTypes();

/** A value of `type` with every field that it can have; `undeclared` adds one to each object that has a fixed set of them. */
const sample = (type: ts.Type, undeclared: boolean, depth = 0): unknown => {
  const kept = checker.getNonNullableType(type);
  const inner = (part: ts.Type) => sample(part, undeclared, depth + 1);
  if (depth > 30) throw new Error(`${checker.typeToString(kept)} has no end`);
  if (kept.flags & ts.TypeFlags.Any) throw new Error('a type of the package does not resolve');
  if (kept.flags & ts.TypeFlags.BooleanLike) return true;
  if (kept.isUnion()) return inner(kept.types[0] ?? kept);
  if (kept.isStringLiteral()) return kept.value;
  if (kept.flags & ts.TypeFlags.StringLike) return 'x';
  if (kept.flags & ts.TypeFlags.NumberLike) return 1;
  const items = kept.getNumberIndexType();
  if (items !== undefined && checker.isArrayType(kept)) return [inner(items)];
  const values = kept.getStringIndexType();
  if (values !== undefined) return { key: inner(values) };
  const fields = checker.getPropertiesOfType(kept);
  // an interface without fields is how the package writes "any JSON"; of nested routes imports/ knows more than that
  if (fields.length === 0) return kept.symbol.name === 'IJSON' ? {} : { any: { json: [{ at: 'all' }] } };
  return Object.fromEntries([
    ...fields.map((field) => [field.name, inner(checker.getTypeOfSymbol(field))]),
    ...(undeclared ? [['undeclared', 1]] : []),
  ]);
};

type Manifest = Parameters<typeof manifestFaults>[0];
const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value;

const manifest = (name: Name, undeclared: boolean): Manifest => {
  const type = types.get(name);
  const made = type === undefined ? undefined : sample(type, undeclared);
  if (!isManifest(made)) throw new Error(`${paths[name]} has no type I${name}`);
  return made;
};

const unknownFields = (manifest: Manifest): readonly string[] =>
  manifestFaults(manifest)
    .filter(({ why }) => why.includes('no such field'))
    .map(({ field }) => fieldText(field))
    .sort();

const planted = (value: unknown, field: readonly (string | number)[] = []): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : (Array.isArray(value)
        ? value.map((item: unknown, i) => [i, item] as const)
        : Object.entries(value)
      ).flatMap(([step, item]) =>
        step === 'undeclared' ? [fieldText([...field, step])] : planted(item, [...field, step]),
      );

describe.each(names)('%s', (name) => {
  test('no field of the type is called unknown', () => {
    expect(unknownFields(manifest(name, false))).toEqual([]);
  });

  test('a field that is not declared is refused in every object, at every depth', () => {
    const undeclared = manifest(name, true);
    expect(unknownFields(undeclared)).toEqual([...planted(undeclared)].sort());
  });

  test('undeclared fields were planted in the object, in its metadata and deeper', () => {
    const depths = planted(manifest(name, true)).map((field) => field.split('.').length);
    expect(new Set(depths)).toEqual(new Set([...Array(Math.max(...depths)).keys()].map((i) => i + 1)));
    expect(Math.max(...depths)).toBeGreaterThan(2);
  });
});
