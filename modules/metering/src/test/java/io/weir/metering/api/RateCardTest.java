package io.weir.metering.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.RateCard.Attribute;
import io.weir.metering.api.RateCard.Modifier;
import io.weir.metering.api.RateCard.Operation;
import io.weir.metering.api.RateCard.Step;
import io.weir.platform.api.Json;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateCardTest {
    private static final Operation VIDEO = new Operation(BigDecimal.ONE,
            new Step("durationSeconds", BigDecimal.TEN), null, List.of(word("quality", "hd"), word("quality", "4k"),
            new Modifier("durationSeconds", null, new BigDecimal(5), new BigDecimal(100)), word("quality", "hd")));

    @Test
    void anOperationSaysWhatItsPriceAsks() {
        assertThat(VIDEO.attributes()).containsExactly(new Attribute("durationSeconds", true, List.of()),
                new Attribute("quality", false, List.of("hd", "4k")));
        assertThat(new Operation(BigDecimal.ONE, null, null, List.of()).attributes()).isEmpty();
    }

    @Test
    void whatIsKeptOfAnOperationIsItsTermsAlone() {
        var kept = Json.write(VIDEO);
        assertThat(kept).doesNotContain("attributes");
        assertThat(Json.read(kept, Operation.class)).isEqualTo(VIDEO);
    }

    private static Modifier word(String attribute, String word) {
        return new Modifier(attribute, word, null, new BigDecimal(50));
    }
}
