package io.weir.webrest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteBodyTest {
    @Test
    void whatIsLeftOutHasADefault() {
        var route = body(null).toRoute("maps");
        assertThat(route.title()).isEqualTo("maps");
        assertThat(route.methods()).containsExactly("GET", "POST");
        assertThat(route.metering().rules()).isEmpty();
        assertThat(route.active()).isTrue();
    }

    @Test
    void aRuleThatIsNullIsAFaultOfTheBody() {
        assertThatThrownBy(() -> body(Collections.singletonList(null)).toRoute("maps"))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().fields()).containsEntry("metering.rules", "REQUIRED"));
    }

    private static RouteBody body(List<RouteBody.RuleBody> rules) {
        return new RouteBody(null, "https://maps.example", null, null, null,
                new RouteBody.MeteringBody("calls", null, rules), null, null);
    }
}
