package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCard.Modifier;
import io.weir.metering.api.RateCard.Operation;
import io.weir.metering.api.RateCard.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationFormTest {
    private static final Modifier HD = new Modifier("quality", "hd", null, number("50"));
    private static final Modifier LONG = new Modifier("durationSeconds", null, number("5"), number("100"));

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Stream<Operation> operations() {
        return Stream.of(new Operation(number("1"), null, null, List.of(HD)),
                new Operation(number("5"), null, null, List.of(LONG)),
                new Operation(number("0.5"), new Step("durationSeconds", number("30")), null, List.of()),
                new Operation(number("0.01"), null, new Step("gbMonths", number("1")), List.of()),
                new Operation(number("1"), null, null, List.of(HD, LONG, HD, LONG, HD, LONG, HD)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatWasNotTouchedStaysAsItWas(Operation operation) {
        var form = new OperationForm();
        form.fill(operation);

        assertThat(form.wrong()).isEmpty();
        assertThat(form.unreadableModifiers()).isEmpty();
        assertThat(form.terms()).isEqualTo(operation);
        assertThat(form.getModifiers()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void saysWhatIsMissing() {
        var form = new OperationForm();
        form.setBase("0,5");
        form.setKind("per");
        form.setSize("x");
        form.getModifiers().get(1).setAttribute("quality");

        assertThat(form.wrong()).containsOnlyKeys("base", "attribute", "size");
        assertThat(form.unreadableModifiers()).containsExactly(2);
    }

    @Test
    void aModifierIsReadAlikeInEveryLanguage() {
        assertThat(RateTexts.modifier(HD)).isEqualTo("quality = hd: +50 %");
        assertThat(RateTexts.modifier(LONG)).isEqualTo("durationSeconds > 5: +100 %");
        assertThat(new RateCard("credits", null).operations()).isEmpty();
    }
}
