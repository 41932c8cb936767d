import { Link, useParams } from '@tanstack/react-router'
import { Page } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { BlockedSection } from './blocked-section.tsx'
import { DefinitionsSection } from './definitions-section.tsx'
import { DemonstrationSection } from './demonstration-section.tsx'
import { EventsSection } from './events-section.tsx'
import { PostsSection } from './posts-section.tsx'
import { RegionsSection } from './regions-section.tsx'
import { SettingsSection } from './settings-section.tsx'
import { UnitsSection } from './units-section.tsx'
import { UsersSection } from './users-section.tsx'

type Section = { key: string; label: string; body: () => ReactNode }

/** 管理: a section a subject. What the person may not see says so itself, through the server's answer. */
export const AdminPage = () => {
  const words = useWords()
  const mayAudit = useMay('audit.read')
  const mayKeepDemo = useMay('demonstration.keep')
  const { section = 'users' } = useParams({ strict: false })
  const sections: Section[] = [
    { key: 'users', label: words.users, body: () => <UsersSection /> },
    { key: 'regions', label: words.regions, body: () => <RegionsSection /> },
    { key: 'units', label: words.units, body: () => <UnitsSection /> },
    { key: 'posts', label: words.postsAndCharges, body: () => <PostsSection /> },
    { key: 'blocked', label: words.blockedNames, body: () => <BlockedSection /> },
    { key: 'day', label: words.businessDay, body: () => <SettingsSection /> },
    ...(mayAudit ? [{ key: 'events', label: words.events, body: () => <EventsSection /> }] : []),
    { key: 'definitions', label: words.definitions, body: () => <DefinitionsSection /> },
    ...(mayKeepDemo
      ? [{ key: 'demonstration', label: words.demonstration, body: () => <DemonstrationSection /> }]
      : []),
  ]
  const current = sections.find((one) => one.key === section) ?? sections[0]
  return (
    <Page title={`${words.admin}　${current?.label ?? ''}`}>
      <nav className="subnav" aria-label={words.admin}>
        {sections.map((one) => (
          <Link
            key={one.key}
            to="/admin/$section"
            params={{ section: one.key }}
            aria-current={one === current ? 'page' : undefined}
          >
            {one.label}
          </Link>
        ))}
      </nav>
      {current?.body()}
    </Page>
  )
}
