"""One edition of the site: the pages of a checked project, each made by MkDocs when it is wanted.

MkDocs' own build makes every page each time.  This takes its steps through the same public parts,
but a page whose text and frame – menu, theme, settings – are those of the last edition is kept.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import is_error_template, write_file

from macros import CHECKED
from tools.serving.pages import RememberedPages
from tools.serving.shelf import MadePage
from tools.serving.theme import ThemeFiles, keep_compiled
from tools.serving.warnings_of_mkdocs import Warnings
from tools.serving.watching import stamp

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from macros.source.report import Problem
    from tools.serving.memory import RememberingLibrary
    from tools.serving.shelf import Copied, Shelf


class Edition:
    """The site of one library; `waiting` are the pages that have not been made yet."""

    def __init__(self, root: Path, target: Path, library: RememberingLibrary, shelf: Shelf) -> None:
        """Set MkDocs up, copy what is no page, and make no page yet."""
        self.target, self.library, self.shelf = target, library, shelf
        self.problems: list[Problem] = []  # found by checks that were left for later
        self.log = Warnings()
        self.finished = False
        with self.log:
            CHECKED[root] = RememberedPages(library, root, shelf.templates)
            self._set_up(root)
            self._frame = stamp(root, "mkdocs.yml", "overrides") + self._menu()
            self._copy()
        self.warnings = self.log.taken()
        self.waiting = {file.dest_uri: file for file in self.pages}
        self.addresses = {file.dest_uri for file in self.files}

    def _set_up(self, root: Path) -> None:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(self.target))
        keep_compiled(config.theme, self.shelf.templates)
        self.plugins = config.plugins
        self.plugins.on_startup(command="build", dirty=False)
        self.config = self.plugins.on_config(config)
        self.plugins.on_pre_build(config=self.config)
        files = get_files(self.config)
        environment = self.config.theme.get_env()
        listed = ThemeFiles(
            environment, self.shelf.theme_files, stamp(root, "mkdocs.yml", "overrides")
        )
        files.add_files_from_theme(listed, self.config)  # type: ignore[arg-type]  # it only lists
        self.files = self.plugins.on_files(files, config=self.config)
        set_exclusions(self.files, self.config)
        navigation = get_navigation(self.files, self.config)
        self.navigation = self.plugins.on_nav(navigation, config=self.config, files=self.files)
        self.environment = self.plugins.on_env(environment, config=self.config, files=self.files)
        self.pages = list(self.files.documentation_pages(inclusion=InclusionLevel.is_included))

    def _menu(self) -> str:
        """Return what any page may show of the others: their names, addresses and settings."""
        for page in self.navigation.pages:
            if page.title is None:
                self._render(page)
            else:
                page.read_source(self.config)
        settings = [page.meta for page in self.navigation.pages]
        files = [(file.src_uri, file.dest_uri) for file in self.files]
        return repr((str(self.navigation), settings, files))

    def _copy(self) -> None:
        """Copy the files that are no pages, if they have changed."""
        copied: dict[str, Copied] = {}
        for file in self.files:
            source = file.abs_src_path
            if file.is_documentation_page() or not InclusionLevel.is_included(file.inclusion):  # type: ignore[no-untyped-call]
                continue
            if source:
                state = Path(source).stat()
                copied[file.dest_uri] = (source, state.st_mtime_ns, state.st_size)
            known = self.shelf.copied.get(file.dest_uri, None) == copied.get(file.dest_uri, ())
            if not known or not self._on_disk(file.dest_uri):
                file.copy_file()
        self.shelf.copied = copied

    def _on_disk(self, address: str) -> bool:
        return (self.target / address).is_file()

    def has_made(self, address: str) -> bool:
        """Tell whether a file is up to date; what is made of all pages is when these are."""
        return self.finished or (address in self.addresses and address not in self.waiting)

    def work(self, wanted: list[str]) -> None:
        """Take a step: make a page that is wanted, do a check that was left, make another page."""
        address = next((name for name in wanted if name in self.waiting), None)
        if not address and self.library.later:
            self._check_more()
        elif self.waiting:
            self._make_checked(address or next(iter(self.waiting)))
        else:
            self._finish()

    def _check_more(self) -> None:
        """Do one of the checks that were left; if it finds anything, all of them."""
        self.problems += self.library.check_more()
        while self.problems and self.library.later:
            self.problems += self.library.check_more()

    def _make_checked(self, address: str) -> None:
        """Make a page; if that fails for a mistake that no check has found yet, find it."""
        try:
            self._make(self.waiting[address])
        except (Exception, SystemExit):
            while self.library.later:
                self._check_more()
            if not self.problems:
                raise
        del self.waiting[address]

    # --- pages ---

    def _make(self, file: File) -> None:
        with self.log:
            page = self._page(file)
            self._read(page)
            key = sha256(repr((self._frame, page.markdown, page.meta)).encode()).hexdigest()
            made = self.shelf.pages.get(file.src_uri)
            if not made or made.key != key or made.warnings or not self._on_disk(file.dest_uri):
                made = self.shelf.pages[file.src_uri] = self._made(page, key)
        self.warnings += made.warnings

    def _page(self, file: File) -> Page:
        return file.page or Page(None, file, self.config)

    def _read(self, page: Page) -> None:
        page = self.plugins.on_pre_page(page, config=self.config, files=self.files)
        page.read_source(self.config)
        page.markdown = self.plugins.on_page_markdown(
            page.markdown or "", page=page, config=self.config, files=self.files
        )

    def _render(self, page: Page) -> None:
        self._read(page)
        page.render(self.config, self.files)
        page.content = self.plugins.on_page_content(
            page.content or "", page=page, config=self.config, files=self.files
        )

    def _made(self, page: Page, key: str) -> MadePage:
        self._render(page)
        text = self._themed(page)
        links = {file.src_uri: to for file, to in (page.links_to_anchors or {}).items()}
        warnings = self.log.taken()
        if not warnings:
            write_file(text.encode("utf-8", "xmlcharrefreplace"), page.file.abs_dest_path)
        return MadePage(key, page.present_anchor_ids or set(), links, warnings)

    def _themed(self, page: Page) -> str:
        page.active = True
        context = get_context(self.navigation, self.pages, self.config, page)
        template = self.environment.get_template(page.meta.get("template", "main.html"))
        context = self.plugins.on_page_context(
            context, page=page, config=self.config, nav=self.navigation
        )
        text = template.render(context)
        page.active = False
        return self.plugins.on_post_page(text, page=page, config=self.config)

    # --- the whole ---

    def _finish(self) -> None:
        """Check the links between pages, and write what is made of all of them; all are made."""
        with self.log:
            self._check_anchors()
            self._remove_others()
            self._write_error_pages()
            self.plugins.on_post_build(config=self.config)
        self.warnings += self.log.taken()
        self.finished = True

    def _check_anchors(self) -> None:
        for file in self.pages:
            page, made = self._page(file), self.shelf.pages[file.src_uri]
            page.present_anchor_ids = made.anchors
            found = {self.files.get_file_from_path(uri): to for uri, to in made.links.items()}
            page.links_to_anchors = {target: to for target, to in found.items() if target}
        level = self.config.validation.links.anchors
        for file in self.pages:
            self._page(file).validate_anchor_links(files=self.files, log_level=level)

    def _write_error_pages(self) -> None:
        for name in filter(is_error_template, self.config.theme.static_templates):
            template = self.environment.get_template(name)
            context = get_context(self.navigation, self.files, self.config, base_url="/")
            context = self.plugins.on_template_context(
                context, template_name=name, config=self.config
            )
            write_file(template.render(context).encode(), str(self.target / name))

    def _remove_others(self) -> None:
        """Remove what no edition before this one would have left."""
        kept = {file.dest_uri for file in self.files}
        for path in self.target.rglob("*"):
            if path.is_file() and path.relative_to(self.target).as_posix() not in kept:
                path.unlink()
