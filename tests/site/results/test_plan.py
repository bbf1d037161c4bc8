"""The plan on the result page: what the reader does with it is heeded at once, kept, said, and can be undone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from result_page import choose_by_key, every, focused_key, key, plan, reload, sample, see_result, told, unfold, waves
from visitor import FAR, bank_of, click_all, complete, kept

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
    message = f"“{title(site_dir, fresh)}” takes the place of “{title(site_dir, before[0])}”."
    assert message in told(page)
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


def test_every_play_of_a_plan_can_be_taken_out_and_all_come_back(page: Page) -> None:
    see_result(page, sample("e-bike-motors"))
    before = plan(page)
    for _ in range(FAR):
        if not (rest := plan(page)):
            break
        unfold(page, f"entry-{rest[0]}")
        key(page, f"drop-{rest[0]}").click()
    expect(page.locator("[data-part=plan]")).to_contain_text("The plan is empty.")
    expect(page.locator("[data-part=first]")).to_contain_text("There is no play to suggest")
    click_all(page, "[data-key^=back-]")
    assert plan(page) == before


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


@pytest.mark.parametrize("name", ["low-cost-airline", "museum-friends"])
def test_every_play_says_why_what_next_how_much_who_and_how_to_tell(page: Page, site_dir: Path, name: str) -> None:
    see_result(page, sample(name))
    bank = bank_of(site_dir)
    for play_id in plan(page):
        play = next(each for each in bank["plays"] if each["id"] == play_id)
        unfold(page, f"entry-{play_id}")
        facts = page.locator(f"#plan-{play_id} dl")
        terms = facts.locator("dt").all_inner_texts()
        assert terms == [
            "The next step", "First step", "It worked when", "Who leads", "Effort",
        ]  # fmt: skip
        practice = next(each for each in bank["practices"] if each["id"] == play["practice"])
        expect(page.locator(f"#plan-{play_id} .pp-because")).to_contain_text(f"To “{practice['title']}” you answered: ")
        unfold(page, f"rank-{play_id}")
        expect(key(page, f"rank-{play_id}")).to_contain_text("for effort =")
        assert all(facts.locator("dd").all_inner_texts())
        link = page.locator(f"#plan-{play_id}").get_by_role("link", name="Read the whole play")
        assert str(link.get_attribute("href")).endswith(play["url"])


def test_each_wave_shows_the_scores_it_would_lead_to(page: Page) -> None:
    see_result(page, sample("e-bike-motors"))
    expect(page.locator(".pp-wave")).to_have_text(
        [
            "10 person-days. Once done: Overall 2.8, Pull 2.7, Joined-up 3.1.",
            "20 person-days. Once done: Overall 3.0, Pull 3.0, Joined-up 3.1.",
            "205 person-days. Once done: Overall 3.4, Pull 3.4, Joined-up 3.4.",
        ]
    )


@pytest.mark.parametrize("odd", ["0", "-5", "", "2.5", "1001", "1e9"])
def test_an_odd_capacity_is_refused_in_words_and_the_last_good_one_stays(page: Page, odd: str) -> None:
    see_result(page, sample("e-bike-motors"))
    field = page.get_by_label("Person-days you can give each month")
    field.fill("40")
    expect(page.locator("[data-wave=now]")).not_to_have_count(2)
    good = waves(page)
    field.fill(odd)
    refused = page.locator("[data-capacity-text]")
    expect(refused).to_have_text("Please give a whole number from 1 to 1000. The plan still counts with 40.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Please give a whole number from 1 to 1000. The plan still counts with 40."
    )
    assert waves(page) == good
    field.blur()
    expect(field).to_have_value("40")
    assert kept(page, BANK)["plan"]["daysPerMonth"] == 40
    field.fill("60")
    expect(refused).to_be_empty()


@pytest.mark.parametrize(("name", "days"), [("e-bike-motors", 1), ("garden-centres", 2), ("museum-friends", 4)])
def test_now_holds_a_first_step_whatever_the_capacity(page: Page, site_dir: Path, name: str, days: int) -> None:
    see_result(page, sample(name, plan={"daysPerMonth": days}))
    first = next(each for each in bank_of(site_dir)["plays"] if each["id"] == plan(page)[0])
    part = page.locator("[data-part=plan]")
    expect(part.locator("h3").first).to_have_text("Now: the first 30 days")
    expect(part).to_contain_text(f"“{first['title']}” takes 5 person-days, which is more than the {days} you have")
    expect(part.locator(".pp-play__step").first).to_have_text(first["firstStep"])
    assert "now" not in waves(page).values()


def test_the_quick_form_never_blames_capacity(page: Page) -> None:
    see_result(page, sample("museum-friends", plan={"daysPerMonth": 60}))
    part = page.locator("[data-part=plan]")
    assert set(waves(page).values()) == {"now"}
    expect(part.locator("h3")).to_have_count(1)
    expect(part).to_contain_text("The quick form suggests three plays. The full form gives the rest of the plan.")
    expect(part).not_to_contain_text("capacity")


@pytest.mark.parametrize("name", ["kidney-association", "low-cost-airline", "garden-centres", "e-bike-motors"])
def test_the_first_play_is_the_way_out_that_the_place_names(page: Page, site_dir: Path, name: str) -> None:
    see_result(page, sample(name))
    card = page.locator(".pp-play")
    title_of_first = title(site_dir, plan(page)[0])
    expect(card.get_by_role("heading")).to_have_text(title_of_first)
    expect(page.locator("[data-part=readings]")).to_contain_text(f"Your plan begins there: {title_of_first}")
