"""The only file that knows MkDocs: its events in, the core's values out. After editing it, restart `make serve`."""

import logging
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

sys.path.insert(0, str(Path(__file__).resolve().parent))  # MkDocs loads this file by its path

from pushpull import build_cache, collector
from pushpull.bank import Bank
from pushpull.pages import site as pages
from pushpull.pages.shown import Shown
from pushpull.paths import APP, TEMPLATES
from pushpull.problem import BankError, Problem, SiteError, advice, one_line
from pushpull.publish import assets, folder_lock, llms, search_index, site, vendored
from pushpull.publish.page.finish import Page as Html
from pushpull.publish.page.finish import finished
from pushpull.publish.page.head import Head
from pushpull.publish.page.loads import NOWHERE
from pushpull.rules.check import open_with_advice
from pushpull.words import Words, of_the_theme, site_words

THEME = TEMPLATES / "theme"
FRONT = "index.md"
log = logging.getLogger("mkdocs.hooks.pushpull")  # strict mode counts warnings below "mkdocs" only


class State:
    """What lives from one build to the next while serving: the last good bank and what it made, and today's faults."""

    serving = False
    lock = ExitStack()  # on the site's folder, while it is written
    changed_only = False
    shown = Shown()
    titles: dict[str, Any] = {}  # noqa: RUF012
    listed: list[llms.Listed] = []  # noqa: RUF012
    bank: Bank | None = None
    words: Words = site_words()
    generated: list[pages.Generated] | None = None
    head: Head
    own: dict[str, str] = {}  # noqa: RUF012 our scripts and styles
    problems: list[Problem] = []  # noqa: RUF012 the hook itself is the only instance


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: FBT001 MkDocs' own
    """Remember whether a person is watching: then faults are shown on the pages instead of ending the build."""
    State.serving = command == "serve"
    State.changed_only = State.serving and dirty
    if State.changed_only:
        # MkDocs warns of what `_pass_over_unchanged` and `on_nav` see to.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the bank and fill the navigation from it."""
    State.problems, State.listed = [], []
    if not config.use_directory_urls:  # links that the bank makes, and those of scripts, lead to folders
        raise Abort("use_directory_urls must be true, but it is false: leave it out of mkdocs.yml")
    try:
        State.bank, advised = open_with_advice(_folder(config))
        State.words = State.bank.words
        if advised:
            log.info("%s", advice(advised))
        vendored.verify()
    except BankError as error:
        _complain(error)
    if State.bank is not None:
        config.nav = pages.navigation(State.bank, config.nav or [], Path(config.docs_dir))
    config.extra |= of_the_theme(State.words)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Hold the folder of the site: MkDocs empties it first, and with it what another build is writing."""
    if State.serving:
        return
    try:
        State.lock.enter_context(folder_lock.hold(Path(config.site_dir)))
    except BlockingIOError:
        found = "another build is writing to it: wait for that one, or add --site-dir with another folder"
        raise Abort(f"{config.site_dir} must be free, but {found}") from None


def on_build_error(error: Exception) -> None:
    """Let the folder go, and say in one line what the system would not do: a full disk is no fault of the code."""
    State.lock.close()
    if isinstance(error, SiteError):
        raise Abort(str(error))
    if isinstance(error, OSError):
        where = error.filename2 or error.filename
        raise Abort(one_line(f"{error.strerror}: {where}" if where else str(error)))


@event_priority(100)  # before plugins, which then see the generated pages
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every file that the bank makes, fill the pages written by hand, and add the scripts and styles."""
    docs = Path(config.docs_dir)
    try:
        State.generated = pages.generate(State.bank, docs) if State.bank is not None else None
    except BankError as error:
        _complain(error)
    if State.generated is None:
        _leave_one_page(files, config)
    for entry in State.generated or ():
        if entry.source is not None:
            file = File.generated(config, entry.uri, content=entry.text)
            if entry.uri.endswith(".md"):
                file.edit_uri = pages.edit_address(_folder(config), docs, entry.source)
            files.append(file)
        elif written := files.get_file_from_path(entry.uri):
            written.content_string = entry.text
    for uri, path in pages.default_assets(docs).items():
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    own = _own(files)
    scripts = {name: file.content_string for name, file in own.items() if name.endswith(".mjs")}
    files.append(File.generated(config, assets.PUBLIC, content=assets.public_module(scripts)))
    State.head = site.served_head(own.keys())
    if State.changed_only:
        _pass_over_unchanged(files, config)
    if not State.serving:  # then the next build would never let go of it
        collector.freeze()
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give pages that are passed over the titles they had, so that menus stay whole."""
    for file in files.documentation_pages():
        if State.changed_only and file.page is not None and not file.is_modified():
            file.page.title = State.titles.get(file.src_uri)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Put our templates before the theme's, and keep our scripts and styles back, for they are published joined."""
    if not State.serving:
        for name, file in _own(files).items():
            State.own[name] = file.content_string
            files.remove(file)
    env.loader = ChoiceLoader([FileSystemLoader(THEME), *filter(None, [env.loader])])
    env.bytecode_cache = build_cache.templates("theme")
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put any faults on top of every page."""
    lead = State.words["faults"]["lead" if State.generated is not None else "lead_at_first"]
    return pages.with_problems(markdown, State.problems, lead) if State.problems else markdown


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Remember what other files say of this page, and report front matter that names no file of ours."""
    State.titles[page.file.src_uri] = page.title
    texts = (str(page.title or ""), str(page.meta.get("description", "")), page.markdown or "")
    listed = llms.Listed(page.url.removeprefix("./"), page.file.src_uri, *texts, page.meta)
    State.listed.append(listed)
    for wrong in site.unknown([listed], State.head):
        log.warning("%s", wrong)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish a page that an author watches; those of a build are finished together, which takes less time."""
    return _served(output, page.url, page.meta)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the page for addresses that lead nowhere."""
    return _served(output_content, template_name, {}) if template_name == NOWHERE else output_content


@event_priority(-100)  # after plugins, which write the search index
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the folder of the site, as `python -m pushpull finish` does with that of another generator."""
    State.shown.keep()
    folder = Path(config.site_dir)
    if State.serving:
        search_index.put_in_place(folder, {page.url: page.meta for page in State.listed})
        return
    if wrong := site.finish(folder, State.listed, site.About.of(config), State.words, State.own):
        log.warning("%s: %s", config.config_file_path, wrong)
    State.lock.close()


def _own(files: Files) -> dict[str, File]:
    """Return our scripts and styles, by their names."""
    return {file.src_uri.removeprefix(f"{APP}/"): file for file in files if file.src_uri.startswith(f"{APP}/")}


def _served(html: str, url: str, meta: Mapping[str, Any]) -> str:
    """Return a page as an author watches it: without a policy, for live reload is an inline script."""
    if not State.serving:
        return html
    try:
        return finished(Html(url, meta, html), State.head, State.words, guarded=False)
    except ValueError as error:
        raise SiteError(f"{url}: {error}") from None


def _pass_over_unchanged(files: Files, config: MkDocsConfig) -> None:
    """Have MkDocs build only pages whose text differs from what the browser has: an edit then shows in a second."""
    watched = [Path(config.config_file_path), *THEME.iterdir()]
    frame = (str(State.problems), str(config.nav), max(path.stat().st_mtime for path in watched))
    sources = files.documentation_pages()
    changed = State.shown.changed({file.src_uri: file.content_string for file in sources}, frame)
    for file in sources:
        file.is_modified = partial(bool, file.src_uri in changed)  # type: ignore[method-assign]


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / str(config.extra.get("bank", "assessment"))


def _complain(error: BankError) -> None:
    if not State.serving:
        raise Abort(str(error))
    stays = "The last good bank stays up." if State.generated is not None else "The site comes up once they are gone."
    log.error("%s\n%s", error, stays)
    State.problems += error.problems


def _leave_one_page(files: Files, config: MkDocsConfig) -> None:
    """Put one page, for the faults, in place of all that stand on a bank that has not been good yet."""
    for file in files.documentation_pages():
        files.remove(file)
    files.append(File.generated(config, FRONT, content=f"# {config.site_name}\n"))
    config.nav = [FRONT]
