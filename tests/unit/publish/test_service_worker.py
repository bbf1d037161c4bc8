"""The service worker in a small world of its own: what it keeps, what it answers, and what it leaves alone."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from worker_site import APP, CORE, FILES, NODE, REST, SIGN, World, page

from node import node
from pushpull.publish.service_worker import worker

PORTAL = "200 <h1>Log in to this network</h1>"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "site", "/a/b/")


READY = (("install", None), ("activate", None), ("asked", None))


def stored(came: dict[str, list[str]], kind: str) -> list[str]:
    return sorted(path for name, paths in came.items() if f" {kind} " in name for path in paths)


def test_the_first_visit_keeps_the_quick_form_and_its_result_and_no_picture(world: World) -> None:
    *_, asked, kept = world(*READY, ("stored", None))
    assert world.at(*CORE) == stored(kept, "core") == asked


def test_the_second_page_brings_the_rest_of_the_assessment(world: World) -> None:
    *_, kept = world(*READY, ("open", "/a/b/method/"), ("stored", None))
    assert world.at(*CORE, *REST) == stored(kept, "core")


def test_what_the_browser_has_already_is_not_fetched_again(world: World) -> None:
    *_, asked = world(("browser", {f"/a/b/{APP}/main.mjs": "main()"}), *READY)
    assert f"/a/b/{APP}/main.mjs" not in asked


def test_what_the_browser_has_wrong_is_asked_of_the_host(world: World) -> None:
    wrong = {f"/a/b/{APP}/main.mjs": "<h1>Log in to this network</h1>"}
    *_, got = world(("browser", wrong), *READY, ("network", "down"), ("load", f"/a/b/{APP}/main.mjs"))
    assert got == "200 main()"


def test_a_captive_network_is_not_taken_for_the_site_while_installing(world: World) -> None:
    _, first, kept, _, second, *_, got = world(
        ("network", "portal"),
        ("install", None),
        ("stored", None),
        ("network", "site"),
        *READY,
        ("open", "/a/b/results/"),
    )
    assert (first, [], "installed") == ("Failed integrity", stored(kept, "core"), second)
    assert "Result" in got


def test_a_captive_network_is_not_taken_for_the_site_while_reading(world: World) -> None:
    search, method = "/a/b/assets/search.js", "/a/b/method/"
    *_, portal, other, kept, _, ours, script = world(
        *READY,
        ("network", "portal"),
        ("open", method),
        ("load", search),
        ("stored", None),
        ("network", "site"),
        ("open", method),
        ("load", search),
    )
    assert (PORTAL, PORTAL) == (portal, other)  # the reader must see it to log in
    assert (world.at(*CORE), []) == (stored(kept, "core"), stored(kept, "read"))
    assert "Method" in ours
    assert script == "200 search()"


def test_a_captive_network_does_not_stand_between_a_reader_and_the_result(world: World) -> None:
    *_, got = world(*READY, ("network", "portal"), ("open", "/a/b/results/?x=1"))
    assert "Result" in got


@pytest.mark.parametrize("trouble", ["full", "broken"])
def test_with_no_space_left_a_reader_gets_what_the_host_has(trouble: str, world: World) -> None:
    *_, method, script, missing = world(
        *READY,
        (trouble, True),
        ("open", "/a/b/method/"),
        ("load", "/a/b/assets/search.js"),
        ("open", "/a/b/method/gone/"),
    )
    assert "200" == method[:3]
    assert "Method" in method
    assert ("200 search()", "404 <h1>Not here</h1>") == (script, missing)


def test_a_page_once_read_is_there_without_network(world: World) -> None:
    *_, method, script = world(
        *READY,
        ("open", "/a/b/method/"),
        ("load", "/a/b/assets/search.js"),
        ("network", "down"),
        ("open", "/a/b/method/#a-part"),
        ("load", "/a/b/assets/search.js"),
    )
    assert "Method" in method
    assert script == "200 search()"


def test_an_unread_page_says_so_without_network_with_addresses_that_hold_where_it_is_shown(world: World) -> None:
    *_, unread = world(*READY, ("network", "down"), ("open", "/a/b/method/"))
    settings = '{"base": "/a/b/", "search": "/a/b/s.js?x"}'
    assert unread == f'200 You are offline <a href="/a/b/results/"></a><a href=""></a> {settings}'


def test_a_script_that_was_never_read_is_not_answered_with_a_page(world: World) -> None:
    *_, got = world(*READY, ("network", "down"), ("load", "/a/b/assets/search.js"))
    assert got == "no answer"


def test_an_address_that_leads_nowhere_is_not_kept(world: World) -> None:
    *_, got, kept = world(*READY, ("open", "/a/b/method/gone/"), ("stored", None))
    assert (got, stored(kept, "read")) == ("404 <h1>Not here</h1>", [])


def test_other_sites_under_the_same_host_are_left_alone(tmp_path: Path) -> None:
    world = World(tmp_path / "site", "/")
    shop = tmp_path / "site" / "shop"
    shop.mkdir()
    (shop / "index.html").write_text("<h1>A shop</h1>", encoding="utf-8")
    got = world(*READY, ("open", "/shop/"), ("open", "/shop"), ("load", "/other.js"), ("open", "/assessment/"))[3:]
    assert got[:3] == ["left alone"] * 3
    assert "Task list" in got[3]


def test_what_must_not_be_stored_is_not(world: World) -> None:
    said = {"Cache-Control": "private, no-store"}
    *_, kept = world(*READY, ("headers", said), ("open", "/a/b/method/"), ("stored", None))
    assert stored(kept, "read") == []


def test_a_page_that_was_open_before_the_worker_has_been_read(world: World) -> None:
    *_, kept = world(("windows", ["/a/b/method/#part", "/elsewhere/"]), *READY, ("stored", None))
    assert world.at("method/") == stored(kept, "read")


def another(world: World) -> str:
    (world.folder / "results" / "index.html").write_text(page("New result", 1), encoding="utf-8")
    return worker(world.folder, on=True)


def test_a_new_build_takes_over_when_a_reader_agrees_and_takes_the_old_stores_away(world: World) -> None:
    before, *came = world(
        ("stored", None),
        *READY,
        ("worker", another(world)),
        ("install", None),
        ("message", "take over"),
        ("activate", None),
        ("network", "down"),
        ("open", "/a/b/results/"),
        ("stored", None),
    )
    *_, said, _, _, got, kept = came
    assert (before, said) == ({}, ["took over"])
    assert "New result" in got
    assert len(kept) == 1


def test_switched_off_the_stores_and_the_worker_go_and_those_of_other_sites_stay(world: World) -> None:
    other = world.worker.replace("push-to-pull $", "another $")
    *_, kept = world(
        *READY,
        ("worker", other),
        ("install", None),
        ("worker", worker(world.folder, on=False)),
        ("install", None),
        ("activate", None),
        ("stored", None),
    )
    assert [name.split()[0] for name in kept] == ["another"]


def build(folder: Path, app: str, *, on: bool = True) -> dict[str, Any]:
    """A build whose scripts lie under this name; two of its pages ask for more than the main script."""
    world = World(folder, "/a/b/")
    more = {"assessment/trust/": f"../../{APP}/pages/results/tools/export.mjs", "method/": "../assets/search.js"}
    texts: dict[str, str] = {}
    (folder / APP).rename(folder / "assets" / app)
    for url in FILES:
        path = (
            folder / f"{url}index.html" if not url or url.endswith("/") else folder / url.replace(APP, f"assets/{app}")
        )
        script = f'<script src="{more[url]}"></script>' if url in more else ""
        text = (path.read_text(encoding="utf-8") + script).replace(APP, f"assets/{app}").replace("<h1>", f"<h1>{app} ")
        path.write_text(text if on else text.replace(SIGN, ""), encoding="utf-8")
        texts[url.replace(APP, f"assets/{app}")] = path.read_text(encoding="utf-8")
    kept = {"core": CORE, "rest": REST} if on else {"core": set[str](), "rest": set[str]()}
    named = {part: [world.root + url.replace(APP, f"assets/{app}") for url in urls] for part, urls in kept.items()}
    files = {world.root + url: text for url, text in texts.items()}
    return {"worker": worker(folder, on=on), "files": files, **named}


def test_whichever_call_of_the_worker_fails_each_page_comes_whole_or_says_why_not(tmp_path: Path) -> None:
    names = ("app-11111111", "app-22222222", "app-33333333")
    builds = [build(tmp_path / name, name, on=name != names[-1]) for name in names]
    given = {
        "root": "/a/b/",
        "builds": builds,
        "unread": builds[0]["files"]["/a/b/offline.html"].replace("./", "/a/b/"),
    }
    # Each run leaves behind all it has asked for: with room for it, clearing is a fifth less work.
    command = [str(node()), "--max-semi-space-size=64", str(NODE / "planted" / "worker.mjs")]
    run = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    assert found["failed"] == []
    assert all(count > 50 for kinds in found["runs"].values() for count in kinds.values())
