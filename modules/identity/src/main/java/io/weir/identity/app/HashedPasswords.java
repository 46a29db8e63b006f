package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Passwords;
import io.weir.identity.domain.EmailAddress;
import io.weir.identity.domain.PasswordHashes;
import io.weir.identity.domain.PasswordRules;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Changing and recovering: short transactions around hashing, which holds no connection. */
@ApplicationScoped
@TenantScoped
public class HashedPasswords implements Passwords {
    private static final int LONGEST_TOKEN = 200;

    @Inject
    UserRows users;
    @Inject
    PasswordProof proof;
    @Inject
    PasswordReplacement replacement;
    @Inject
    Outbox outbox;

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public void change(Caller caller, String currentPassword, String newPassword) {
        var id = SignedIn.user(caller);
        if (currentPassword == null || currentPassword.isEmpty()) {
            throw Refusal.invalidField("currentPassword", "REQUIRED").asException();
        }
        var user = users.find(caller.tenant(), id).orElseThrow(() -> Refusal.notFound("NOT_FOUND").asException());
        requireGood("newPassword", newPassword, user.email());
        if (!proof.isPasswordOf(caller.tenant(), user, currentPassword)) {
            throw Refusal.invalid("WRONG_PASSWORD").asException();
        }
        replacement.change(caller.tenant(), id, user.passwordHash(), PasswordHashes.of(newPassword),
                SignedIn.session(caller));
    }

    @Override
    @Transactional
    public void forgot(TenantId tenant, String email) {
        EmailAddress.read(email)
                .ifPresent(address -> outbox.publish(tenant, new PasswordForgotten(tenant, address.value())));
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public void reset(TenantId tenant, String token, String newPassword) {
        if (token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw Refusal.invalid("RESET_TOKEN_INVALID").asException();
        }
        requireGood("password", newPassword, replacement.bearerOf(tenant, token).email());
        replacement.reset(tenant, token, PasswordHashes.of(newPassword));
    }

    private static void requireGood(String field, String password, EmailAddress email) {
        PasswordRules.objection(password, email).ifPresent(reason -> {
            throw Refusal.invalidField(field, reason).asException();
        });
    }
}
