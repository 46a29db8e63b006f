package io.weir.webrest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.identity.api.Role;
import io.weir.webrest.http.StrictJson;
import org.junit.jupiter.api.Test;

class BodiesTest {
    @Test
    void seedCsNamesAreUnderstood() throws JsonProcessingException {
        var user = read("""
                {"email":" a@example.com ","password":" keep ","first_name":"An","last_name":"Nguyen",
                 "company_name":"ACME","phone_number":"+84901234567"}""", RegisterRequest.class).toNewUser("vi");
        assertThat(user.email()).isEqualTo("a@example.com");
        assertThat(user.password()).as("space in a password is the password").isEqualTo(" keep ");
        assertThat(user.fullName()).isEqualTo("An Nguyen");
        assertThat(user.companyName()).contains("ACME");
        assertThat(user.phoneNumber()).contains("+84901234567");
    }

    @Test
    void aNameInOnePieceWins() throws JsonProcessingException {
        assertThat(read("{\"fullName\":\"X Y\",\"first_name\":\"Z\"}", RegisterRequest.class).toNewUser("en")
                   .fullName()).isEqualTo("X Y");
        assertThat(read("{}", RegisterRequest.class).toNewUser("en").fullName()).isEmpty();
    }

    @Test
    void aProfileChangeLeavesAloneWhatIsNotGiven() throws JsonProcessingException {
        var change = read("{\"phoneNumber\":\"\"}", ProfileResource.Change.class).toProfileChange();
        assertThat(change.phoneNumber()).contains("");
        assertThat(change.fullName()).isEmpty();
        assertThat(change.companyName()).isEmpty();
    }

    @Test
    void rolesAreCalledAsSeedBDoes() {
        assertThat(RoleWord.of(Role.CUSTOMER)).isEqualTo("member");
        assertThat(RoleWord.of(Role.TENANT_ADMIN)).isEqualTo("admin");
        assertThat(RoleWord.of(Role.PLATFORM_ADMIN)).isEqualTo("platform-admin");
    }

    private static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return StrictJson.mapper().readValue(json, type);
    }
}
