package io.weir.webrest.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.billing.api.Purchases;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Json;
import io.weir.webrest.payments.CheckoutResource.CreditOrder;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditOrderTest {
    private static final String ID = "0190a000-0000-7000-8000-000000000001";
    private final List<String> bought = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"{\"credits_amount\":100}", "{\"creditsAmount\":100,\"packageId\":\" \"}"})
    void anAmountIsBoughtAsOne(String body) {
        place(body);
        assertThat(bought).containsExactly("credits 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"packageId\":\"" + ID + "\"}", "{\"package_id\":\" " + ID + " \"}"})
    void aPackageByItsId(String body) {
        place(body);
        assertThat(bought).containsExactly("creditPackage " + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"credits_amount\":100,\"packageId\":\"" + ID + "\"}"})
    void itIsOneOrTheOther(String body) {
        var refused = catchThrowableOfType(RefusedException.class, () -> place(body));
        assertThat(refused.refusal().fields()).isEqualTo(Map.of("credits_amount", "AMOUNT_OR_PACKAGE"));
    }

    @Test
    void anIdThatCannotBeIsNotThere() {
        var refused = catchThrowableOfType(RefusedException.class, () -> place("{\"packageId\":\"Basic\"}"));
        assertThat(refused.refusal().kind().status()).isEqualTo(404);
        assertThat(bought).isEmpty();
    }

    private void place(String body) {
        var purchases = (Purchases) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Purchases.class},
                (self, verb, arguments) -> {
                    bought.add(verb.getName() + " " + arguments[1]);
                    return null;
                });
        Json.read(body, CreditOrder.class).place(purchases, null);
    }
}
