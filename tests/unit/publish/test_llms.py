import re

import pytest

from pushpull.publish.llms import LIST, Listed, files

SITE = {"name": "Tools", "description": "Lend\nthem.", "url": "https://tools.example/a/b/"}
SECTIONS = {"playbook": "Chapters", "practices": "Practices", "method": "How"}
LOAN_BOOK = "playbook/lending/loan-book/"


def page(url: str, markdown: str = "", title: str = "A page", description: str = "") -> Listed:
    """A page at `url`, from the source that MkDocs would have there."""
    return Listed(url, f"{url.rstrip('/')}.md" if url else "index.md", title, description, markdown)


def copied(markdown: str, *others: str) -> str:
    """What becomes of the Markdown of a practice page, in a site that has these other pages too."""
    pages = [page(LOAN_BOOK, markdown), *map(page, others)]
    return files(pages, SITE, SECTIONS)[f"{LOAN_BOOK}index.md"]


def test_the_list_has_title_summary_and_links_by_section() -> None:
    pages = [
        page("", title="Home"),
        page("about/how/", title="How"),
        page("method/", title="R&amp;D [x]", description="What &lt;it&gt; does."),
        page("playbook/lending/", title="Lending"),
        page(LOAN_BOOK, title="Loan book"),
    ]
    assert files(pages, SITE, SECTIONS)[LIST] == (
        "# Tools\n\n> Lend them.\n\n"
        "## Chapters\n\n- [Lending](https://tools.example/a/b/playbook/lending/index.md)\n\n"
        "## Practices\n\n- [Loan book](https://tools.example/a/b/playbook/lending/loan-book/index.md)\n\n"
        "## How\n\n- [R&D \\[x\\]](https://tools.example/a/b/method/): What <it> does.\n\n"
        "## Optional\n\n- [How](https://tools.example/a/b/about/how/)\n"
    )


def test_each_page_of_the_playbook_and_no_other_is_there_as_markdown() -> None:
    made = files([page(""), page("method/"), page("playbook/"), page(LOAN_BOOK)], SITE, SECTIONS)
    assert {LIST, "playbook/index.md", f"{LOAN_BOOK}index.md"} == set(made)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Lend {: #lend }\n\nText.\n{: .pp-lead }", "# Lend\n\nText."),
        ("<p>It&#39;s <strong>so</strong>.</p>\n<p>Yes</p>", "It's **so**.\n\nYes"),
        ("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "- one\n- two"),
        ('<ol reversed>\n<li value="4">four</li>\n<li value="3">three</li>\n</ol>', "4. four\n3. three"),
        ("<ol>\n<li>one</li>\n<li>two</li>\n</ol>", "1. one\n2. two"),
        ('<ol>\n<li data-value="high">one</li>\n<li value="²">two</li>\n</ol>', "1. one\n2. two"),
        ('<a data-href="../" href="./">here</a>', f"[here]({SITE['url']}{LOAN_BOOK})"),
        ("<dl>\n<dt>Who</dt><dd>you</dd>\n</dl>", "- **Who:** you"),
        ("<nav><a href='../'>Up</a></nav><script>x < y</script><svg><text>no</text></svg>Here", "Here"),
        ("<h3>Soon</h3>\n<p>Now</p>", "### Soon\n\nNow"),
    ],
)
def test_what_only_a_browser_needs_is_gone(before: str, after: str) -> None:
    assert copied(before) == after + "\n"


def test_links_lead_to_pages_of_the_site_from_anywhere() -> None:
    root = SITE["url"]
    text = '[a](../care.md#x){ .pp-work } [b](https://other.example/y.md) <a href="../../">c</a> <a href="#d">d</a>'
    assert re.findall(r"\]\((.*?)\)", copied(text, "playbook/care/")) == [
        f"{root}playbook/care/#x",
        "https://other.example/y.md",
        f"{root}playbook/",
        f"{root}{LOAN_BOOK}#d",
    ]
