package io.weir.identity.app;

import io.weir.identity.api.PasswordResetRequested;
import io.weir.identity.domain.RandomSecret;
import io.weir.identity.domain.ResetToken;
import io.weir.identity.domain.User;
import io.weir.identity.store.ResetTokenRows;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Afterwards;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Makes reset tokens for forgotten passwords of people there are. At most five in half an hour: more is somebody
 * filling a mailbox.
 */
@ApplicationScoped
public class ResetLinks {
    private static final int MOST = 5;

    @Inject
    UserRows users;
    @Inject
    ResetTokenRows tokens;
    @Inject
    Outbox outbox;
    @Inject
    Time time;

    public void on(@Observes @Afterwards PasswordForgotten forgotten) {
        known(forgotten).ifPresent(user -> request(forgotten.tenant(), user));
    }

    private Optional<User> known(PasswordForgotten forgotten) {
        var tenant = forgotten.tenant();
        var since = time.now(tenant).minus(ResetToken.LIFE);
        return users.byEmail(tenant, forgotten.email()).filter(user -> !user.isSuspended())
                .filter(user -> tokens.madeSince(tenant, user.id(), since).size() < MOST);
    }

    private void request(TenantId tenant, User user) {
        var secret = RandomSecret.next();
        tokens.add(tenant, new ResetToken(user.id(), secret, time.now(tenant)));
        var profile = user.profile();
        outbox.publish(tenant, new PasswordResetRequested(tenant, user.id(), profile.email(), profile.fullName(),
                profile.locale(), secret));
    }
}
