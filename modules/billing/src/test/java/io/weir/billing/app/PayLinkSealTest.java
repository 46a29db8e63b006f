package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.PayLinks.Link;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayLinkSealTest {
    private static final UUID INVOICE = UUID.randomUUID();
    private final PayLinkSeal seal = seal("one master key, as long as it has to be");

    @Test
    void a_link_leads_back_to_its_invoice_and_is_the_same_each_time() {
        var token = seal.token(Fixture.TENANT, INVOICE);
        assertThat(seal.read(token)).contains(new Link(Fixture.TENANT, INVOICE, token));
        assertThat(seal.url(Fixture.TENANT, INVOICE)).isEqualTo("https://weir.example/portal/pay/" + token);
        assertThat(token).matches("[A-Za-z0-9_-]{70}");
    }

    @Test
    void nobody_else_can_make_one() {
        var token = seal.token(Fixture.TENANT, INVOICE);
        assertThat(seal("another master key, just as long as it is").read(token)).isEmpty();
        for (int place = 0; place < token.length() - 1; place++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(place, token.charAt(place) == 'A' ? 'B' : 'A');
            assertThat(seal.read(changed.toString())).as("place " + place).isEmpty();
        }
        var other = seal.token(new TenantId(UUID.randomUUID()), INVOICE);
        assertThat(seal.read(other.substring(0, 40) + token.substring(40))).isEmpty();
        assertThat(seal.read("")).isEmpty();
        assertThat(seal.read("not base64 at all!")).isEmpty();
        assertThat(seal.read(token + "AAAA")).isEmpty();
    }

    private static PayLinkSeal seal(String key) {
        var secrets = Fixture.fake(Secrets.class, (verb, arguments) ->
                Arrays.copyOf(key.getBytes(StandardCharsets.UTF_8), 32));
        return new PayLinkSeal(secrets, Fixture.fake(Installation.class, (verb, arguments) -> "https://weir.example"));
    }
}
