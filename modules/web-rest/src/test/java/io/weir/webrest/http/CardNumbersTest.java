package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.api.CardNumbers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242", "378282246310005",
        "my card is 4000000000000002, thanks", "6011111111111117", "2223003122003222",
        "4111 1111 1111 1111 12/27", "4111 1111 1111 1111 123", "4111.1111.1111.1111", "4111\u2013111111111111",
        "PAN4111111111111111", "card_4111111111111111"})
    void a_card_number_is_seen_however_it_is_written(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424241", "1796000000000123", "424242424242", "42424242424242424242",
        "DE89370400440532013000", "+84 912 345 678", "01941f29-7c00-7000-8000-4242424242424", "2026-11-26T21:00:00Z",
        "44444444-4444-4444-8444-444444444448", "1234 4242", "DE89 3704 0044 0532 0130 00"})
    void what_is_no_card_number_passes(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @Test
    void it_is_found_however_deep_and_as_a_number_too() throws Exception {
        var mapper = StrictJson.mapper();
        assertThat(RawCardFilter.isIn(mapper.readTree("{\"a\":[{\"b\":{\"number\":4242424242424242}}]}"))).isTrue();
        assertThat(RawCardFilter.isIn(mapper.readTree("{\"a\":[null,true,{\"b\":\"4242 4242 4242 4242\"}]}"))).isTrue();
        assertThat(RawCardFilter.isIn(mapper.readTree("{\"plan\":\"pro\",\"amount\":4242.42}"))).isFalse();
        assertThat(RawCardFilter.isIn(mapper.readTree("{\"4242424242424242\":1}"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"payment/create,true", "/billing/payment-methods,true", "auth/register,true", "subscribe,true",
        "payment/webhook,false", "webhooks/stripe,false", "chat,false", "metering/charges,false",
        "gateway/quotes/x,false", "billing;x=1/payment-methods,true"})
    void where_people_type_is_watched_and_where_machines_report_is_not(String path, boolean watched) {
        assertThat(RawCardFilter.isWatched(path)).isEqualTo(watched);
    }

    @Test
    void a_form_that_holds_one_is_refused_whatever_the_field_is_called() {
        assertThatThrownBy(() -> CardNumbers.refuse(Map.of("outcome", "4242 4242 4242 4242")))
                .hasMessage("RAW_CARD_REFUSED");
        CardNumbers.refuse(Map.of("outcome", "succeed", "delay", "30"));
    }
}
