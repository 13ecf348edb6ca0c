/** The numbers of the cases to make, first and last, and the present in milliseconds. */
export interface Span {
  from: number
  to: number
  now: number
}

const day = 86_400_000
/** Between two steps of a made case. */
const step = 6 * 3_600_000

const numbers = ({ from, to }: Span) =>
  `number(n) as (select ${from} union all select n + 1 from number where n < ${to})`

const made = ({ from, to }: Span) => `cases.number between ${from} and ${to} and cases.id like 'c-many-%'`

const id = (letter: string, n = 'n') => `printf('${letter}-many-%07d', ${n})`

/** The road of an ordinary case; as many steps of it are done as its state asks. */
const road = `road(seq, action, from_state, to_state, actor, role) as (values
  (1, 'file', null, 'submitted', 'worker', null),
  (2, 'receive', 'submitted', 'triage', 'system', null),
  (3, 'accept', 'triage', 'accepted', 'staff', 'duty_officer'),
  (4, 'dispatch', 'accepted', 'dispatched', 'staff', 'duty_officer'),
  (5, 'sign_for', 'dispatched', 'investigating', 'staff', 'handler'),
  (6, 'start_draft', 'investigating', 'drafting', 'staff', 'handler'),
  (7, 'submit_draft', 'drafting', 'in_review', 'staff', 'handler'),
  (8, 'approve', 'in_review', 'sign_off', 'staff', 'department_head'),
  (9, 'sign', 'sign_off', 'replied', 'staff', 'deputy_chair'),
  (10, 'rate_solved', 'replied', 'closed', 'worker', null),
  (11, 'archive', 'closed', 'archived', 'clock', null))`

/** Of a hundred cases 85 are history; the numbers are coprime, so that every kind falls everywhere. */
const steps = `case
  when n * 61 % 100 < 62 then 10 when n * 61 % 100 < 85 then 11 when n * 61 % 100 < 89 then 9
  when n * 61 % 100 < 90 then 8 when n * 61 % 100 < 91 then 7 when n * 61 % 100 < 93 then 6
  when n * 61 % 100 < 96 then 5 when n * 61 % 100 < 97 then 4 when n * 61 % 100 < 98 then 3 else 2 end`

const category = `json_extract('["wages","hours","wages","insurance","contract","wages","hours","injury",
  "leave","wages","welfare","platform","insurance","wages","women","contract","hours","safety","legal",
  "democratic"]', '$[' || ((n * 7 + n / 20) % 20) || ']')`

/** What may lie inside the employer; all else is confidential and lies with the township. */
const open = "('leave', 'welfare', 'democratic')"

/** The person, or the organisation, that holds a role nearest above a case. */
const nearest = (role: string, column: 'staff_id' | 'org_id', path: string) =>
  `(select g.${column} from role_grants g where g.role = '${role}'
    and g.org_path = substr(${path}, 1, length(g.org_path)) order by g.org_path desc, g.staff_id limit 1)`

export function submissionRows(span: Span): string {
  return `with recursive ${numbers(span)},
    place as (select row_number() over (order by s.code) - 1 as at, s.code, f.current_version_id as version
      from sites s join forms f on f.id = s.form_id where f.slug = 'grievance' and s.enterprise_id is not null)
    insert into submissions (id, form_version_id, site_code, answers, locale, mode, created_at)
    select ${id('s')}, place.version, place.code,
      json_object('danger', json('false'), 'matter', ${category}, 'people', 1 + n % 3, 'agreed', json('true'),
        'story', '第' || n || '件：为了量一量库里东西多的时候，页面快不快。' || iif(n % 900 = 0, '押金没退。', '')),
      iif(n % 11 = 0, 'en', 'zh'), iif(n % 9 = 0, 'report', 'complaint'),
      ${span.now} - iif(${steps} >= 10, 15 + n * 37 % 700, n * 13 % 11 + 2) * ${day} - n * 7919 % 43200 * 1000
    from number join place on place.at = n * 7919 % (select count(*) from place)`
}

export function caseRows(span: Span): string {
  // A worker has ten days to rate and is never late.
  const dueAt = `iif(steps = 9, ${span.now} + (1 + n % 9) * ${day}, filed_at + (4 + n % 13) * ${day})`
  const amberAt = `${dueAt} - ${2 * day}`
  return `with recursive ${numbers(span)}, ${road},
    filed as (
      select n, ${steps} as steps, ${category} as category, s.created_at as filed_at, s.mode,
        e.id as enterprise_id, o.id as org_id, o.path as org_path
      from number join submissions s on s.id = ${id('s')} join sites on sites.code = s.site_code
        join enterprises e on e.id = sites.enterprise_id join organisations u on u.id = e.org_id
        join organisations o on o.path = iif(${category} in ${open} and s.mode = 'complaint', u.path, substr(u.path, 1, 8))),
    staffed as (
      select filed.*, road.to_state as state, ${nearest('handler', 'staff_id', 'filed.org_path')} as handler
      from filed join road on road.seq = filed.steps)
    insert into cases (id, number, submission_id, receipt_hash, org_id, org_path, enterprise_id, category, mode,
      secrecy, anonymous, bypasses_unit, danger, state, turn, closing_label,
      holder_role, holder_org_id, holder_id, handler_id, created_at, state_since,
      duty_kind, amber_at, due_at, lamp, closed_at)
    select ${id('c')}, n, ${id('s')}, ${id('receipt')}, org_id, org_path, enterprise_id, category, mode,
      iif(category in ${open} and mode = 'complaint', 'open', 'confidential'), 1, 0, 0, state, steps, iif(steps >= 10, 'solved', null),
      case when steps in (2, 3) then 'duty_officer' when steps in (4, 5, 6) then 'handler'
        when steps = 7 then 'department_head' when steps = 8 then 'deputy_chair' end,
      case when steps in (2, 3) then ${nearest('duty_officer', 'org_id', 'staffed.org_path')}
        when steps = 7 then ${nearest('department_head', 'org_id', 'staffed.org_path')}
        when steps = 8 then ${nearest('deputy_chair', 'org_id', 'staffed.org_path')} end,
      iif(steps in (4, 5, 6), handler, null), iif(steps >= 4, handler, null),
      filed_at, filed_at + ${step} * (steps - 1), ${dutyKind}, iif(steps >= 10, null, ${amberAt}), iif(steps >= 10, null, ${dueAt}),
      'green',
      iif(steps >= 10, filed_at + ${step} * 9, null)
    from staffed`
}

/** What is owed in the state that so many steps lead to. */
const dutyKind = `case steps when 2 then 'triage' when 3 then 'dispatch' when 4 then 'sign_for' when 5 then 'finish'
  when 6 then 'step' when 7 then 'step' when 8 then 'step' when 9 then 'rating' end`

export function grievanceRows(span: Span): string {
  const at = (seq: number) => `iif(turn >= ${seq}, created_at + ${step} * ${seq - 1}, null)`
  return `insert into grievances (case_id, workers, reply_id, dispatches, accepted_at, replied_at)
    select id, 1 + number % 3, iif(turn >= 7, ${id('r', 'number')}, null), turn >= 4, ${at(3)}, ${at(9)}
    from cases where ${made(span)}`
}

export function dutyRows(span: Span): string {
  const contacted = `iif(turn >= 3, created_at + ${step} * (1 + number % 3), null)`
  return `insert into duties (case_id, kind, holder, started_at, due_at, amber_at, late_at, provisional, done_at, ended_at)
    select id, 'contact', 'union', created_at, created_at + ${day}, created_at + ${day} * 7 / 10,
      iif(created_at + ${day} < ${span.now}, ${span.now}, null), 0, ${contacted}, coalesce(${contacted}, closed_at)
    from cases where ${made(span)}
    union all
    select id, duty_kind, iif(duty_kind = 'rating', 'worker', 'union'), state_since, due_at, amber_at,
      iif(due_at < ${span.now}, ${span.now}, null), 0, null, null
    from cases where ${made(span)} and duty_kind is not null
    union all
    select c.id, 'limit', 'union', g.accepted_at, g.accepted_at + 60 * ${day}, g.accepted_at + 42 * ${day}, null, 0,
      g.replied_at, g.replied_at
    from cases c join grievances g on g.case_id = c.id where ${made(span).replaceAll('cases.', 'c.')} and g.accepted_at is not null`
}

/** The nearest duty of each open case, as the engine keeps it at the case. */
export function nearestRows(span: Span): string {
  return `update cases set (duty_kind, due_at, amber_at, lamp) = (
      select d.kind, d.due_at, d.amber_at, case when d.holder = 'worker' then 'green'
        when d.due_at < ${span.now} then 'red' when d.amber_at <= ${span.now} then 'amber' else 'green' end
      from duties d where d.case_id = cases.id and d.ended_at is null order by d.holder, d.due_at limit 1)
    where ${made(span)} and closed_at is null`
}

export function eventRows(span: Span): string {
  return `with ${road}
    insert into case_events (case_id, seq, turn, at, action, from_state, to_state, actor, staff_id, role)
    select cases.id, road.seq, road.seq, cases.created_at + ${step} * (road.seq - 1),
      road.action, road.from_state, road.to_state, road.actor,
      case road.role when 'handler' then cases.handler_id
        when 'duty_officer' then ${nearest('duty_officer', 'staff_id', 'cases.org_path')}
        when 'department_head' then ${nearest('department_head', 'staff_id', 'cases.org_path')}
        when 'deputy_chair' then ${nearest('deputy_chair', 'staff_id', 'cases.org_path')} end,
      road.role
    from cases join road on road.seq <= cases.turn where ${made(span)}`
}

export function replyRows(span: Span): string {
  const at = (seq: number) => `iif(turn >= ${seq}, created_at + ${step} * ${seq - 1}, null)`
  return `insert into replies (id, case_id, body, outcome, drafter_id, drafted_at,
      reviewer_id, reviewed_at, signer_id, signed_at, read_at)
    select ${id('r', 'number')}, id, '已经办妥：单位答应改正，工会会回头看。', iif(number % 5 = 0, 'partly', 'supported'),
      handler_id, ${at(7)}, iif(turn >= 8, ${nearest('department_head', 'staff_id', 'cases.org_path')}, null), ${at(8)},
      iif(turn >= 9, ${nearest('deputy_chair', 'staff_id', 'cases.org_path')}, null), ${at(9)}, ${at(10)}
    from cases where ${made(span)} and turn >= 7`
}

export function ratingRows(span: Span): string {
  return `insert into ratings (reply_id, case_id, solved, satisfied, at)
    select ${id('r', 'number')}, id, 'solved', iif(number % 3 = 0, 'basically', 'satisfied'), closed_at
    from cases where ${made(span)} and turn >= 10`
}

export function messageRows(span: Span): string {
  return `with line(at, from_worker, body) as (values
      (0, 0, '收到了，我来办，先去看看情况。'), (1, 1, '好的，谢谢。'))
    insert into messages (id, case_id, at, from_worker, staff_id, role, body, idempotency_key, read_at)
    select printf('m%d-many-%07d', line.at, number), cases.id, d.done_at + line.at * 3600000, line.from_worker,
      iif(line.from_worker, null, handler_id), iif(line.from_worker, null, 'handler'), line.body,
      printf('m%d-many-%07d', line.at, number), d.done_at + line.at * 3600000 + 1800000
    from cases join duties d on d.case_id = cases.id and d.kind = 'contact' join line
    where ${made(span)} and d.done_at is not null`
}
