package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteRulesTest {
    private static final Optional<Meter> METER = Optional.of(new Meter(new MeterKey("credits"), "C", "c", 2));
    private static final String SOUND = """
            {"slug": "search", "title": "Search", "upstream": "https://api.example.com:8443/v2",
             "methods": ["GET", "POST"], "headers": {"set": {"X-Client": "weir"}, "drop": ["X-Debug"]},
             "terms": {"connectMillis": 1000, "answerMillis": 30000, "retries": 2, "mostRequestBytes": 1048576,
                       "mostAnswerBytes": 0, "requestsPerMinute": 0},
             "metering": {"meter": {"value": "credits"}, "units": 0.25, "rules": [
               {"method": "POST", "path": "/v1/**", "units": 2, "answerField": "/usage/total"},
               {"method": "*", "path": "/", "units": 1}]}, "active": true}""";

    @Test
    void a_sound_route_has_nothing_wrong_and_survives_being_stored() {
        var route = route(SOUND);
        assertThat(RouteRules.broken(route, Optional.of(Map.of("Authorization", "Bearer x")), METER)).isEmpty();
        assertThat(route.metering().rules().get(1).answerField()).isEmpty();
        assertThat(Json.read(Json.write(route), GatewayRoute.class)).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"search\" | \"Search\" | slug | BAD_LABEL",
            "\"search\" | \"a-\" | slug | BAD_LABEL",
            "\"search\" | \"1a\" | slug | BAD_LABEL",
            "\"Search\" | \" \" | title | REQUIRED",
            "https:// | ftp:// | upstream | BAD_URL",
            "https:// | // | upstream | BAD_URL",
            "https:// | https://user:secret@ | upstream | BAD_URL",
            "com:8443/v2 | com/v2?key=1 | upstream | BAD_URL",
            "com:8443/v2 | com/v2#top | upstream | BAD_URL",
            "com:8443/v2 | com:99999/ | upstream | BAD_URL",
            "https://api.example.com:8443/v2 | https:///v2 | upstream | BAD_URL",
            "[\"GET\", \"POST\"] | [\"POST\", \"get\"] | methods | NOT_AN_OPTION",
            "[\"GET\", \"POST\"] | [\"POST\", \"TRACE\"] | methods | NOT_AN_OPTION",
            "X-Client | Host | headers.set.Host | HEADER_RESERVED",
            "X-Client | Content-Length | headers.set.Content-Length | HEADER_RESERVED",
            "X-Client | Cookie | headers.set.Cookie | HEADER_RESERVED",
            "X-Client | Transfer-Encoding | headers.set.Transfer-Encoding | HEADER_RESERVED",
            "X-Client | authorization | headers.set.authorization | HEADER_SECRET",
            "X-Client | X Client | headers.set.X?Client | BAD_HEADER",
            "\"weir\" | \"we\\r\\nX: ir\" | headers.set.X-Client | BAD_CHARACTERS",
            "\"weir\" | \"we\\u0000ir\" | headers.set.X-Client | BAD_CHARACTERS",
            "X-Debug | X:Debug | headers.drop.X:Debug | BAD_HEADER",
            "\"connectMillis\": 1000 | \"connectMillis\": 99 | terms.connectMillis | OUT_OF_RANGE",
            "\"answerMillis\": 30000 | \"answerMillis\": 600001 | terms.answerMillis | OUT_OF_RANGE",
            "\"retries\": 2 | \"retries\": 6 | terms.retries | OUT_OF_RANGE",
            "1048576 | 1073741825 | terms.mostRequestBytes | OUT_OF_RANGE",
            "\"mostAnswerBytes\": 0 | \"mostAnswerBytes\": -1 | terms.mostAnswerBytes | OUT_OF_RANGE",
            "\"requestsPerMinute\": 0 | \"requestsPerMinute\": -1 | terms.requestsPerMinute | OUT_OF_RANGE",
            "0.25 | 0.255 | metering.units | TOO_MANY_DECIMALS",
            "0.25 | 0 | metering.units | OUT_OF_RANGE",
            "\"units\": 2 | \"units\": -2 | metering.rules[0].units | OUT_OF_RANGE",
            "\"method\": \"POST\" | \"method\": \"DELETE\" | metering.rules[0].method | NOT_AN_OPTION",
            "/v1/** | v1 | metering.rules[0].path | BAD_PATH",
            "/usage/total | usage.total | metering.rules[0].answerField | BAD_POINTER",
            "/usage/total | /usage/~2 | metering.rules[0].answerField | BAD_POINTER"})
    void what_is_wrong_is_said_by_field(String sound, String wrong, String field, String reason) {
        var broken = RouteRules.broken(route(SOUND.replace(sound, wrong)), Optional.empty(), METER);
        assertThat(broken).isEqualTo(Map.of(field, reason));
    }

    @Test
    void the_meter_must_be_the_tenants() {
        assertThat(RouteRules.broken(route(SOUND), Optional.empty(), Optional.empty()))
                .isEqualTo(Map.of("metering.meter", "METER_UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Cookie", "Connection", "Content-Length"})
    void credentials_cannot_be_put_where_the_connection_has_its_own(String name) {
        assertThat(RouteRules.broken(route(SOUND), Optional.of(Map.of(name, "x")), METER))
                .isEqualTo(Map.of("credentials." + name, "HEADER_RESERVED"));
    }

    private static GatewayRoute route(String json) {
        return Json.read(json, GatewayRoute.class);
    }
}
