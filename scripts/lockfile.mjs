import { readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * Whether the lockfile holds every optional package it speaks of. Where the registry lacks a package's binaries for
 * another platform, npm leaves them out of the lockfile, and `npm ci` on a clean clone then refuses it.
 */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** Folders a package at `place` would be found in, nearest first. */
const foldersAbove = (place) => {
  const cut = place.lastIndexOf('/node_modules/')
  if (place === '') return ['']
  return [place, ...foldersAbove(cut < 0 ? '' : place.slice(0, cut))]
}
const isThere = (place, name) =>
  foldersAbove(place).some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages)

const holes = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isThere(place, name))
    .map((name) => `${place || 'the project'} lacks ${name}`),
)
for (const hole of holes) console.error(`package-lock.json: ${hole}`)
console.log(`${holes.length} holes`)
process.exitCode = holes.length === 0 ? 0 : 1
