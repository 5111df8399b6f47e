export interface ArchivePart {
  path: string;
  packed: Buffer;
  /** 0 stored, 8 deflated. */
  method: number;
  /** What the directory says of the unpacked size. */
  size: number;
}

export function textPart(path: string, xml: string): ArchivePart {
  return { path, packed: Buffer.from(xml), method: 0, size: xml.length };
}

/** The least a workbook has: one sheet with one cell. */
export const minimalWorkbook = [
  textPart('xl/workbook.xml', '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  textPart(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  textPart(
    'xl/worksheets/sheet1.xml',
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
  ),
];

/** A zip written by hand, so that it can lie. */
export function archive(parts: readonly ArchivePart[]): Buffer {
  const locals: Buffer[] = [Buffer.from('PK\u0003\u0004')];
  const directory: Buffer[] = [];
  let offset = 4;
  for (const { path, packed, method, size } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(path.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(path.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(path), packed);
    directory.push(central, Buffer.from(path));
    offset += 30 + path.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
