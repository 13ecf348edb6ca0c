/** Such a file reads `_x0041_` as the sign of that number (ECMA-376, ST_Xstring): where it stands in a text, it stays what it is. */
export function xlsxText(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
