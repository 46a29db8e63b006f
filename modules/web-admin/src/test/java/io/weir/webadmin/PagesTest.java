package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static Page<String> page(int number, long total) {
        return new Page<>(List.of(), number, 20, total);
    }

    @Test
    void aShortListHasNoPages() {
        assertThat(Pages.of(page(1, 0), Map.of())).isEqualTo(new Pages(false, 1, 1, 0, "", ""));
        assertThat(Pages.of(page(1, 20), Map.of()).several()).isFalse();
    }

    @Test
    void linksKeepTheFilters() {
        var pages = Pages.of(page(2, 45), Map.of("q", "a&b ö"));

        assertThat(pages.last()).isEqualTo(3);
        assertThat(pages.previous()).isEqualTo("?q=a%26b+%C3%B6&page=1");
        assertThat(pages.next()).isEqualTo("?q=a%26b+%C3%B6&page=3");
    }

    @Test
    void emptyFiltersAreLeftOut() {
        assertThat(Pages.of(page(1, 21), Map.of("status", "")).next()).isEqualTo("?page=2");
    }

    @Test
    void whoIsPastTheEndIsLedBackToTheLastPage() {
        var pages = Pages.of(page(9, 45), Map.of());

        assertThat(pages.several()).isTrue();
        assertThat(pages.previous()).isEqualTo("?page=3");
        assertThat(pages.next()).isEmpty();
    }

    @Test
    void a_filter_leads_to_its_first_page() {
        assertThat(Pages.link(Map.of("state", "dead"))).isEqualTo("?state=dead");
        assertThat(Pages.link(Map.of("state", ""))).isEqualTo("?");
    }
}
