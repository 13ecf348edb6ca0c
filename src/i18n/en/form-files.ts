import type { Messages } from '../catalog.ts'

export const formFiles: Messages['formFiles'] = {
  out: {
    title: 'Take it out as a file',
    lead: 'The file has the questions alone, and nothing that anybody filled in.',
    working: 'This is what is being changed, and not published yet.',
    version: (number) => `This is version ${number}.`,
    json: 'Take the JSON',
    jsonLead: 'All of the form is in it: put in again, it is as it was.',
    schema: 'See how it is written (JSON Schema)',
  },
  in: {
    title: 'Make a form from a file',
    lead: 'It becomes a change that you look at before you publish it; workers see nothing of it until then.',
    file: 'The file',
    fileHint: 'JSON that was taken out here, 1 MB at most.',
    paste: 'There is no file, only a text',
    pasted: 'Paste the JSON here',
    take: 'Put it in',
    wrong: {
      nothing: 'Please choose a file, or paste a text',
      again: 'The file was not kept; please choose it again',
      too_large: 'The file is larger than 1 MB and was not taken. Please make two forms of it',
      not_text: 'This file cannot be read. Please use JSON that was taken out here',
      not_a_form: 'This is no form: it has no pages',
    },
  },
}
