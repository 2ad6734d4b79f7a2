import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { setUpSite } from "#test/support/site.ts";
import { ACCESS, type Access } from "./guard-matrix/access.ts";
import { fillPath, type RouteEnds, routeManifest } from "./guard-matrix/route-manifest.ts";
import { makeWorld, PERSONAS, type Persona, SECRET, type World } from "./guard-matrix/world.ts";

const site = setUpSite();
const routes = await routeManifest();
let world: World;

beforeAll(async () => {
  world = await makeWorld(site);
});

interface Answer {
  status: number;
  /** Where it leads, for documents and for `.data` alike. */
  location: string | null;
  body: string;
}

async function ask(
  path: string,
  { persona, method = "GET" }: { persona: Persona; method?: "GET" | "POST" },
): Promise<Answer> {
  const response = await fetch(`${site.origin}${path}`, {
    method,
    redirect: "manual",
    headers: {
      cookie: world.cookies[persona],
      accept: "text/html",
      ...(method === "POST"
        ? { origin: site.origin, "content-type": "application/x-www-form-urlencoded" }
        : {}),
    },
    ...(method === "POST" ? { body: "intent=none" } : {}),
  });
  const body = await response.text();
  const told = response.status === 202 ? /"redirect","([^"]*)"/.exec(body)?.[1] : null;
  return {
    status: response.status,
    location: response.headers.get("location") ?? told ?? null,
    body,
  };
}

const dataUrl = (path: string, routeId: string): string =>
  `${path === "/" ? "/_root" : path}.data?_routes=${encodeURIComponent(routeId)}`;

const may = (access: Access | undefined, persona: Persona): boolean =>
  access === "everyone" || (access?.includes(persona) ?? false);

/** Sent to log in, to make an employer page, or told there is nothing: and never shown a private word. */
function expectRefusal(answer: Answer, persona: Persona, { mayRead = false } = {}): void {
  if (!mayRead) expect(answer.body).not.toContain(SECRET);
  const { location } = answer;
  if (persona === "anonymous") {
    expect(location).toMatch(/^\/login(\?|$)/);
    return;
  }
  const withoutEmployer = persona === "exMember" || persona === "newEmployer";
  if (withoutEmployer && location !== null) expect(location).toBe("/employer/settings");
  else if (persona === "strayed" && location !== null) expect(location).toBe("/employer/switch");
  else expect(answer.status).toBeOneOf(mayRead ? [403, 404] : [404]);
}

/** All of the database but what every request may touch. */
async function everyRow(): Promise<string> {
  const tables = [
    "users",
    "employers",
    "employer_members",
    "employer_invitations",
    "jobs",
    "job_requirements",
    "job_events",
    "applicants",
    "applicant_experience",
    "resumes",
    "applications",
    "application_events",
    "application_notes",
    "saved_jobs",
    "hidden_jobs",
    "muted_employers",
    "muted_employer_kinds",
    "application_drafts",
    "stopped_mails",
    "account_deletions",
    "account_exports",
    "application_note_mentions",
    "application_ratings",
    "bulk_answers",
    "job_reports",
    "audit_entries",
    "message_templates",
    "hidden_from_employers",
    "name_reveals",
    "apply_invitations",
    "profile_views",
  ];
  const parts = tables.map(
    (table) =>
      sql`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${sql.table(table)} as t`,
  );
  const { rows } = await sql<{ sum: string }>`${sql.join(parts, sql` union all `)}`.execute(
    site.db,
  );
  return rows.map((row) => row.sum).join();
}

const anonymised = (body: string): string =>
  body
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "uuid")
    .replace(/nonce="[^"]*"/g, "nonce");

describe("The guard matrix", () => {
  it("knows every route of the build, and who may use its loader and its action", () => {
    const unknown = routes.filter(
      ({ id, loader, action }) =>
        !ACCESS[id] || (loader && !ACCESS[id]?.loader) || (action && !ACCESS[id]?.action),
    );
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  const isPrivate = ({ id }: RouteEnds) => {
    const { loader = "everyone", action = "everyone" } = ACCESS[id] ?? {};
    return loader !== "everyone" || action !== "everyone";
  };

  describe.each(routes.filter(isPrivate))("$id", (route: RouteEnds) => {
    const access = ACCESS[route.id] ?? {};
    const path = () => fillPath(route.path, access.params?.(world));

    if (route.loader && access.loader !== "everyone") {
      it.each(PERSONAS)(
        "answers %s's document and .data request by what they may see",
        async (persona) => {
          for (const url of [path(), dataUrl(path(), route.id)]) {
            const answer = await ask(url, { persona });
            if (!may(access.loader, persona)) expectRefusal(answer, persona);
            else {
              expect(answer.location ?? "").not.toMatch(/^\/login/);
              expect(answer.status).toBeLessThan(404);
            }
          }
        },
      );
    }

    if (route.action && access.action !== "everyone") {
      it("refuses to write for everyone who may not, and writes nothing", async () => {
        const refused = async () => {
          const before = await everyRow();
          for (const persona of PERSONAS.filter((one) => !may(access.action, one))) {
            for (const url of [path(), dataUrl(path(), route.id)]) {
              const mayRead = may(access.loader, persona);
              expectRefusal(await ask(url, { persona, method: "POST" }), persona, { mayRead });
            }
          }
          return (await everyRow()) === before;
        };
        // Another story and the worker write beside us: only what is written at every try is written by us.
        const tries = [await refused()];
        while (!tries.includes(true) && tries.length < 20) tries.push(await refused());
        expect(tries).toContain(true);
      });
    }

    if (access.unknown && route.loader) {
      it("looks to those who may not know exactly like an id that nobody has", async () => {
        const nowhere = fillPath(route.path, access.unknown?.(world));
        for (const persona of PERSONAS.filter((one) => !may(access.loader, one))) {
          const [real, made] = [await ask(path(), { persona }), await ask(nowhere, { persona })];
          expect(real.status).toBe(made.status);
          expect(anonymised(real.body)).toBe(anonymised(made.body));
        }
      });
    }
  });

  it("shows a public route to everyone without an error", async () => {
    for (const route of routes.filter(
      ({ id, loader }) => loader && ACCESS[id]?.loader === "everyone",
    )) {
      for (const persona of PERSONAS) {
        const { status } = await ask(fillPath(route.path, ACCESS[route.id]?.params?.(world)), {
          persona,
        });
        expect(status, `${route.id} for ${persona}`).toBeLessThan(500);
      }
    }
  });

  it("leads a suspended employer's members from all that is about applicants or jobs to why", async () => {
    const standing = (suspendedAt: Date | null) =>
      site.db
        .updateTable("employers")
        .set({ suspendedAt, suspendedReason: suspendedAt && "Because." })
        .where("id", "=", world.employerId)
        .execute();
    await standing(new Date());
    try {
      const closed = routes.filter(({ id }) => id.startsWith("routes/employer.") && !ofTheTeam(id));
      for (const { id, path, loader, action } of closed) {
        const { params, ...access } = ACCESS[id] ?? {};
        const url = fillPath(path, params?.(world));
        for (const method of ["GET", "POST"] as const) {
          const [end, allowed] =
            method === "GET" ? [loader, access.loader] : [action, access.action];
          if (!end || !may(allowed, "owner")) continue;
          for (const address of [url, dataUrl(url, id)]) {
            const { location, body } = await ask(address, { persona: "owner", method });
            expect(location, `${method} ${address}`).toBe("/employer/suspended");
            expect(body).not.toContain(SECRET);
          }
        }
      }
      const why = await ask("/employer/suspended", { persona: "viewer" });
      expect(why.body).toContain("is suspended");
      expect((await ask("/employer", { persona: "otherOwner" })).location).toBeNull();
    } finally {
      await standing(null);
    }
    expect((await ask("/employer", { persona: "owner" })).location).toBeNull();
  });
});

/** What a person keeps while their employer is suspended: its page, their team and their other employers. */
const ofTheTeam = (id: string): boolean =>
  /^routes\/employer\.(suspended|settings|switch|new|text-preview|members\b.*)$/.test(id);
