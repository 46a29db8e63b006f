package io.weir.webadmin;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Tells the administrator how it went: refusals beside their fields or on top of the page, in the page's language. */
@ApplicationScoped
public class Notices {
    @Inject
    private Messages messages;

    /** Does it and answers the outcome, or says why not and stays on the page. */
    String attempt(String form, Supplier<String> deed) {
        try {
            return deed.get();
        } catch (RefusedException refused) {
            show(form, refused.refusal());
            return null;
        }
    }

    /** Shown on the page that comes next, too. */
    void done(String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    /** @param place a field's client id; null for the top of the page */
    void wrong(String place, String text) {
        FacesContext.getCurrentInstance().addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private void show(String form, Refusal refusal) {
        var view = FacesContext.getCurrentInstance().getViewRoot();
        refusal.fields().forEach((field, reason) -> {
            String id = form + ":" + field;
            String text = messages.text(view.getLocale(), reason);
            if (view.findComponent(id) != null) {
                wrong(id, text);
            } else {
                wrong(null, field + ": " + text);
            }
        });
        if (refusal.fields().isEmpty()) {
            wrong(null, messages.text(view.getLocale(), refusal.code(), refusal.arguments().toArray()));
        }
    }
}
