package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvent;
import io.weir.platform.api.Time;
import io.weir.webrest.http.MeteredAccount;
import io.weir.webrest.http.StrictJson;
import io.weir.webrest.metering.EventReading.ReadEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 4));

    @Test
    void aBadEventDoesNotStopTheOthers() throws JsonProcessingException {
        var read = read(Role.CUSTOMER, "{'data':{'meter':'calls','quantity':3}}", "{'id':null}",
                "{'data':{'meter':'nothing'}}", "{'data':{'operation':'image','attributes':{'n':2}}}");
        assertThat(event(read.get(0)).units().quantity()).isEqualTo(3);
        assertThat(event(read.get(0)).time()).isEqualTo(NOW);
        assertThat(refusal(read.get(1)).fields()).isEqualTo(Map.of("id", "REQUIRED"));
        assertThat(refusal(read.get(2)).fields()).isEqualTo(Map.of("data.meter", "METER_UNKNOWN"));
        assertThat(event(read.get(3)).units().quantity()).isEqualTo(20_000);
        assertThat(event(read.get(3)).facts().operation()).contains("image");
    }

    @Test
    void theTypeNamesTheMeterWhereNothingElseDoes() throws JsonProcessingException {
        var read = read(Role.CUSTOMER, "{'type':'calls'}", "{'type':'com.example.made'}", "{'type':'No Meter'}",
                "{'type':'credits','data':{'quantity':0.5}}");
        assertThat(event(read.get(0)).units()).isEqualTo(new Units(FakePrices.CALLS.key(), 1));
        assertThat(refusal(read.get(1)).fields()).isEqualTo(Map.of("data.meter", "METER_OR_OPERATION"));
        assertThat(refusal(read.get(2)).fields()).isEqualTo(Map.of("data.meter", "METER_OR_OPERATION"));
        assertThat(event(read.get(3)).units().quantity()).isEqualTo(5000);
    }

    @Test
    void aServiceNamesTheAccountInTheDataElseAsTheSubject() throws JsonProcessingException {
        var reading = reading();
        reading.read(caller(Role.SERVICE), List.of(event("{'subject':'acme'}"),
                event("{'subject':'door 7','data':{'account':'globex'}}")));
        reading.read(caller(Role.CUSTOMER), List.of(event("{'subject':'door 7'}")));
        assertThat(((Accounts) reading.accounts).asked).containsExactly("acme", "globex", null);
    }

    private static List<ReadEvent> read(Role role, String... events) throws JsonProcessingException {
        var nodes = new ArrayList<JsonNode>();
        for (var event : events) {
            nodes.add(event(event));
        }
        return reading().read(caller(role), nodes);
    }

    private static JsonNode event(String members) throws JsonProcessingException {
        var event = StrictJson.mapper().createObjectNode();
        event.put("specversion", "1.0").put("id", "1").put("source", "/s").put("type", "calls");
        StrictJson.mapper().readTree(members.replace('\'', '"')).properties()
                .forEach(member -> event.set(member.getKey(), member.getValue()));
        return event;
    }

    private static UsageEvent event(ReadEvent read) {
        return ((ReadEvent.Understood) read).event();
    }

    private static Refusal refusal(ReadEvent read) {
        return ((ReadEvent.Unreadable) read).refusal();
    }

    private static EventReading reading() {
        var reading = new EventReading();
        reading.accounts = new Accounts();
        reading.prices = FakePrices.prices();
        reading.time = new Stopped();
        return reading;
    }

    private static Caller caller(Role role) {
        var credential = new Caller.Credential(Caller.Credential.Kind.API_KEY, new UUID(0, 2), Optional.empty(), 0);
        return new Caller(new TenantId(new UUID(0, 1)), Optional.empty(), Optional.empty(), role, credential, 1);
    }

    private static final class Accounts extends MeteredAccount {
        private final List<String> asked = new ArrayList<>();

        @Override
        public AccountId ofWorkDone(Caller caller, String account) {
            asked.add(account);
            return ACCOUNT;
        }
    }

    private static final class Stopped implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Instant now(TenantId tenant) {
            return NOW;
        }
    }
}
