"""The plan on the result page: what the reader does with it is heeded at once, kept, said, and can be undone."""

from pathlib import Path

from playwright.sync_api import Page, expect
from result_page import choose_by_key, every, focused_key, key, plan, reload, sample, see_result, told, unfold, waves
from visitor import bank_of, complete, kept

BANK = "push-to-pull"
ORDER = ["now", "next", "later"]


def title(site: Path, play: str) -> str:
    return str(next(each["title"] for each in bank_of(site)["plays"] if each["id"] == play))


def practice_of(site: Path, play: str) -> str:
    return str(next(each["practice"] for each in bank_of(site)["plays"] if each["id"] == play))


def test_a_pinned_play_comes_first_and_the_focus_goes_with_it(page: Page, site_dir: Path) -> None:
    see_result(page, sample("low-cost-airline"))
    last = plan(page)[-1]
    unfold(page, f"entry-{last}")
    key(page, f"pin-{last}").click()
    assert plan(page)[0] == last
    assert focused_key(page) == f"pin-{last}"
    expect(key(page, f"pin-{last}")).to_be_in_viewport()
    assert f"“{title(site_dir, last)}” is pinned and comes first." in told(page)
    link = page.locator(f"#plan-{last}").get_by_role("link", name="Read the whole play")
    assert str(link.get_attribute("href")).endswith(f"#{last}")
    assert plan(reload(page))[0] == last
    unfold(page, f"entry-{last}")
    key(page, f"pin-{last}").click()
    assert plan(page)[-1] == last
    assert kept(page, BANK)["plan"]["pinned"] == []


def test_a_play_marked_as_done_leaves_the_plan_and_can_be_put_back(page: Page, site_dir: Path) -> None:
    see_result(page, sample("low-cost-airline"))
    before = plan(page)
    key(page, f"done-{before[0]}").click()
    assert before[0] not in plan(page)
    assert focused_key(page) == f"entry-{before[1]}"
    assert "is marked as done." in told(page)
    done = key(page, "plan-done")
    expect(done).to_contain_text(title(site_dir, before[0]))
    question = done.get_by_role("link")
    assert str(question.get_attribute("href")).endswith(f"#q-{practice_of(site_dir, before[0])}")
    key(reload(page), f"back-{before[0]}").click()
    assert plan(page) == before
    assert focused_key(page) == f"entry-{before[-1]}"
    expect(key(page, "plan-done")).to_have_count(0)


def test_a_swapped_play_gives_way_to_another_that_is_named(page: Page, site_dir: Path) -> None:
    see_result(page, sample("e-bike-motors"))
    before = plan(page)
    key(page, f"swap-{before[0]}").click()
    after = plan(page)
    assert before[0] not in after
    practice = practice_of(site_dir, before[0])
    [fresh] = [play for play in after if play not in before and practice_of(site_dir, play) == practice]
    assert focused_key(page) == f"entry-{fresh}"
    expect(key(page, f"pin-{fresh}")).to_be_visible()
    assert f"“{title(site_dir, fresh)}” takes the place of “{title(site_dir, before[0])}”." in told(page)
    expect(key(page, "plan-swapped")).to_contain_text(title(site_dir, before[0]))
    key(page, f"back-{before[0]}").click()
    assert plan(page) == before


def test_a_practice_left_out_has_no_play_until_it_is_put_back(page: Page, site_dir: Path) -> None:
    see_result(page, sample("e-bike-motors"))
    before = plan(page)
    practice = practice_of(site_dir, before[0])
    key(page, f"drop-{before[0]}").click()
    assert practice not in [practice_of(site_dir, play) for play in plan(page)]
    assert focused_key(page) == f"entry-{before[1]}"
    expect(key(page, "plan-left").get_by_role("listitem")).to_have_count(1)
    key(reload(page), "plan-left").get_by_role("button").click()
    assert plan(page) == before
    assert kept(page, BANK)["plan"]["dropped"] == []


def test_in_the_quick_form_the_next_in_rank_comes_in(page: Page, site_dir: Path) -> None:
    see_result(page, sample("museum-friends"))
    before = plan(page)
    assert len(before) == 3
    key(page, f"drop-{before[0]}").click()
    after = plan(page)
    assert len(after) == 3
    assert after[:2] == before[1:]
    assert practice_of(site_dir, after[2]) != practice_of(site_dir, before[0])


def test_a_pin_with_nothing_to_lift_is_shown_and_can_be_taken_away(page: Page, site_dir: Path) -> None:
    play = bank_of(site_dir)["plays"][0]
    see_result(page, every(bank_of(site_dir), 4, plan={"pinned": [play["id"]]}))
    idle = key(page, "plan-idle")
    expect(idle).to_contain_text(play["title"])
    idle.get_by_role("button", name="Unpin").click()
    expect(idle).to_have_count(0)
    assert kept(page, BANK)["plan"]["pinned"] == []


def test_a_stored_plan_may_name_plays_that_the_bank_no_longer_has(page: Page) -> None:
    gone = {"pinned": ["gone-one"], "dropped": ["gone-two"], "done": ["gone-three"]}
    see_result(page, sample("low-cost-airline"))
    usual = plan(page)
    see_result(page, sample("low-cost-airline", plan=gone))
    assert plan(page) == usual
    expect(complete(page).locator("[data-key^=back-]")).to_have_count(0)


def test_more_person_days_bring_plays_forward_and_delay_none(page: Page) -> None:
    see_result(page, sample("e-bike-motors"))
    slow = waves(page)
    field = page.get_by_label("Person-days you can give each month")
    expect(field).to_have_value("10")
    field.fill("60")
    expect(page.locator("[data-wave=now]")).not_to_have_count(list(slow.values()).count("now"))
    fast = waves(page)
    assert list(fast) == list(slow)
    assert all(ORDER.index(fast[play]) <= ORDER.index(slow[play]) for play in slow)
    expect(field).to_be_focused()
    expect(reload(page).get_by_label("Person-days you can give each month")).to_have_value("60")


def test_the_plan_follows_a_target_at_once_and_keeps_it(page: Page, site_dir: Path) -> None:
    see_result(page, sample("e-bike-motors"))
    bank = bank_of(site_dir)
    dimension = {practice["id"]: practice["dimension"] for practice in bank["practices"]}

    def served() -> set[str]:
        return {dimension[practice_of(site_dir, play)] for play in plan(page)}

    assert "promise" in served()
    unfold(page, "targets")
    choose_by_key(page, "target-promise", "0")
    assert "promise" not in served()
    assert focused_key(page) == "target-promise"
    assert "The plan holds" in told(page)
    desc = page.locator("[data-part=profile] svg desc")
    expect(desc).to_contain_text("Brand and promise: 2.4, target 0.")
    assert kept(page, BANK)["targets"] == {"promise": 0}
    unfold(reload(page), "targets")
    expect(key(page, "target-promise")).to_have_value("0")
    key(page, "target-promise").select_option("")
    assert "promise" in served()
    assert kept(page, BANK)["targets"] == {}


def test_an_odd_capacity_is_refused_in_words_and_the_last_good_one_stays(page: Page) -> None:
    see_result(page, sample("e-bike-motors"))
    field = page.get_by_label("Person-days you can give each month")
    told_why = "Please give a whole number from 1 to 1000. The plan still counts with 40."
    refused = page.locator("[data-capacity-text]")
    field.fill("40")
    expect(page.locator("[data-wave=now]")).not_to_have_count(2)
    good = waves(page)
    for odd in ("0", "-5", "", "2.5", "1001", "1e9"):
        field.fill(odd)
        expect(refused, odd).to_have_text(told_why)
        expect(field, odd).to_have_attribute("aria-invalid", "true")
        expect(field, odd).to_have_accessible_description(told_why)
        assert waves(page) == good, odd
        field.blur()
        expect(field, odd).to_have_value("40")
        assert kept(page, BANK)["plan"]["daysPerMonth"] == 40, odd
        field.fill(odd)
        field.fill("40")
        expect(refused, odd).to_be_empty()
