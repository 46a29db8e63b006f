package io.weir.systemtests.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an opened page that a visitor would notice, or could not even perceive. */
final class PageFaults {
    /** In the page: what its document says about itself. */
    private static final String INSPECTION = """
            () => {
              const faults = [];
              const root = document.documentElement;
              document.querySelectorAll('details').forEach(d => d.open = true);
              if (root.scrollWidth > innerWidth + 1) {
                const wide = [...document.querySelectorAll('body *')]
                  .filter(e => e.getBoundingClientRect().right > innerWidth + 1);
                faults.push(`${root.scrollWidth} px wide in a window of ${innerWidth}: `
                  + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 80)));
              }
              const heading = [...document.querySelectorAll('h1')].filter(e => e.innerText.trim());
              if (heading.length !== 1) faults.push(heading.length + ' headings h1');
              if (!document.title.trim()) faults.push('no title');
              if (!root.lang) faults.push('no language');
              const spoken = e => (e.getAttribute('aria-label') || e.title || '').trim()
                || [...(e.labels || [])].some(l => l.textContent.trim()) || e.hasAttribute('aria-labelledby');
              for (const e of document.querySelectorAll('input, select, textarea')) {
                if (['hidden', 'submit', 'button', 'image', 'reset'].includes(e.type)) continue;
                if (!spoken(e)) faults.push('no label: ' + e.outerHTML.slice(0, 120));
              }
              for (const e of document.querySelectorAll('button, input[type=submit], a[href]')) {
                if (!(e.innerText || e.value || e.getAttribute('aria-label') || e.title || '').trim()) {
                  faults.push('says nothing: ' + e.outerHTML.slice(0, 120));
                }
              }
              for (const e of document.querySelectorAll('img:not([alt])')) {
                faults.push('no alt: ' + e.outerHTML.slice(0, 120));
              }
              const text = document.body.innerText;
              for (const raw of text.match(/\\?\\?\\?[^?]*\\?\\?\\?|#\\{[^}]*\\}/g) || []) {
                faults.push('raw text: ' + raw);
              }
              return faults;
            }""";

    private final Page page;
    private final List<String> noticed = new ArrayList<>();

    private PageFaults(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                noticed.add("console: " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> noticed.add("script: " + error));
        page.onRequestFailed(request -> noticed.add("failed: " + request.url() + " " + request.failure()));
    }

    /** Starts listening; call it before the page is opened. */
    static PageFaults of(Page page) {
        return new PageFaults(page);
    }

    /** Everything so far, with what the document itself shows now. */
    List<String> all() {
        var faults = new ArrayList<>(noticed);
        ((List<?>) page.evaluate(INSPECTION)).forEach(fault -> faults.add((String) fault));
        return faults;
    }
}
