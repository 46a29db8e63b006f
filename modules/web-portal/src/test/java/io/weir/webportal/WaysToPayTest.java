package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaysToPayTest {
    @Test
    void one_way_is_no_choice() {
        var ways = ways(List.of("stripe"), "");
        assertThat(ways.several()).isFalse();
        assertThat(ways.only()).isEqualTo("stripe");
        assertThat(ways.none()).isFalse();
    }

    @Test
    void no_way_is_said() {
        var ways = ways(List.of(), "stripe");
        assertThat(ways.none()).isTrue();
        assertThat(ways.only()).isEmpty();
    }

    @Test
    void the_first_is_chosen_until_the_payer_chooses_another_that_there_is() {
        var names = List.of("stripe", "manual", "sandbox");
        assertThat(chosen(ways(names, ""))).containsExactly("stripe");
        assertThat(chosen(ways(names, "manual"))).containsExactly("manual");
        assertThat(chosen(ways(names, "no such"))).containsExactly("stripe");
        assertThat(ways(names, "").only()).isEmpty();
    }

    private static WaysToPay ways(List<String> names, String wanted) {
        return WaysToPay.of(names, Optional.of(wanted), name -> "by " + name, name -> "");
    }

    private static List<String> chosen(WaysToPay ways) {
        return ways.all().stream().filter(WaysToPay.Way::chosen).map(WaysToPay.Way::name).toList();
    }
}
