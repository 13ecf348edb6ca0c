import { strictCategories } from '../../cases/grievance/categories.ts'
import { staffFactory } from '../../env.ts'
import { administratorsOfAll } from '../../orgs/administering.ts'
import { listNominees, listProposals } from '../../orgs/nominees.ts'
import { Notice } from '../../ui/parts.tsx'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { wholeAdministrators } from '../guards.ts'
import { Deciding, NoSecond } from './nominations.tsx'

export const nomineePages = staffFactory.createApp()

/** Who is named for each strict category, and who is proposed; the acts are those of the person's page. */
nomineePages.get(urls.officeNominees, wholeAdministrators, async (c) => {
  const { view, staff, db } = c.var
  const t = view.m.office.nominees
  const named = await listNominees(db)
  const proposals = await listProposals(db)
  const isAlone = (await administratorsOfAll(db)).length < 2
  return c.html(
    <OfficePage view={view} staff={staff} title={t.title}>
      <p>{t.lead}</p>
      {isAlone && <NoSecond view={view} />}
      {strictCategories.map((category) => {
        const people = named.filter((it) => it.category === category)
        const name = view.m.words.categories[category]
        return (
          <>
            <h2>{name}</h2>
            {!people.some((it) => it.reads) && <Notice kind="warning" title={t.nobody(name)} />}
            <ul class="list">
              {people.map((it) => (
                <li>
                  <a class="what" href={urls.officePerson(it.id)}>
                    {it.name}
                  </a>
                  {!it.reads && <span class="hint">{t.readsNone}</span>}
                </li>
              ))}
            </ul>
            {proposals
              .filter((it) => it.category === category)
              .map((it) => (
                <Deciding view={view} staff={staff} it={it} />
              ))}
          </>
        )
      })}
      <p>
        <a class="button" href={urls.officeStaff}>
          {t.choose}
        </a>
      </p>
    </OfficePage>,
  )
})
