// Prints the days of every entry of calendars as JSON; paths come as arguments.
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'

const found = {}
for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')))
  const days = {}
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone)
  }
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component)
    const iterator = event.iterator()
    for (let next = iterator.next(); next; next = iterator.next()) {
      const day = next.toString().slice(0, 10)
      days[day] = (days[day] ?? 0) + 1
    }
  }
  found[path] = days
}
console.log(JSON.stringify(found))
