import type { Page } from './helpers';

/** What reaches over the edges of the window. */
export const sticksOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((e) => e.closest('svg') === null || e.tagName === 'svg')
      // It clips its picture itself.
      .filter((e) => e.closest('[data-testid=backdrop]') === null)
      .filter((e) => {
        const { right, left, width } = e.getBoundingClientRect();
        return width > 1 && (right > innerWidth + 0.5 || left < -0.5);
      })
      .map((e) => e.outerHTML.slice(0, 120)),
  );

/**
 * Texts that lie outside of what clips them, or of the button they are in; those that hold a mark only, where one is
 * given. A tooltip that says all of it will do.
 */
export const cutOff = (page: Page, mark = '') =>
  page.evaluate((mark) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || !node.textContent.includes(mark)) continue;
      if (
        parent.closest('.visually-hidden, svg, option, [aria-hidden=true]') ||
        !parent.checkVisibility() ||
        parent.closest('[title]')?.getAttribute('title')?.includes(node.textContent)
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      for (let box: Element | null = parent; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        const clips =
          style.overflowX === 'hidden' || style.overflowX === 'clip' || box.tagName === 'BUTTON';
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') break;
        const edge = box.getBoundingClientRect();
        if (clips && edge.width > 1 && (text.right > edge.right + 1 || text.left < edge.left - 1)) {
          found.push(`${node.textContent} in ${box.tagName}.${box.className}`);
          break;
        }
      }
    }
    return found;
  }, mark);

/** Rows and controls whose text needs more height than they have: it runs into what stands below. */
export const spills = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('li, button, label, [role=row], .line, header, footer')]
      .filter((e) => e.checkVisibility() && e.closest('.visually-hidden, svg') === null)
      .filter((e) => {
        const box = e.getBoundingClientRect();
        const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const parent = text.parentElement;
          if (!text.textContent?.trim() || parent?.checkVisibility() !== true) continue;
          if (parent.closest('.visually-hidden, svg, option')) continue;
          // What scrolls, or lies above the page, has a height of its own.
          let at: Element | null = parent;
          for (; at && at !== e; at = at.parentElement) {
            const { position, overflowY } = getComputedStyle(at);
            if (position === 'absolute' || position === 'fixed' || overflowY !== 'visible') break;
          }
          if (at !== e) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          const { top, bottom } = range.getBoundingClientRect();
          if (bottom > box.bottom + 2 || top < box.top - 2) return true;
        }
        return false;
      })
      .map((e) => e.outerHTML.slice(0, 160)),
  );
