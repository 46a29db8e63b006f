--liquibase formatted sql

--changeset weir:billing-016 splitStatements:true endDelimiter:;
--comment: How far open invoices have been gone after. id: the invoice's. terms: as they were when it began. counted_from: the due day, or the beginning of what was overdue then. attempt_payment_id: the payment by which money is being tried to be taken right now. stopped_subscription_id: what was made to end with its period because of it.
CREATE TABLE billing_dunning (
    tenant_id    UUID         NOT NULL,
    id           UUID         NOT NULL,
    account_id   UUID         NOT NULL,
    stage        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paused       BOOLEAN      NOT NULL,
    terms        JSON         NOT NULL,
    zone         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    counted_from DATETIME(3)  NOT NULL,
    next_step    INT          NOT NULL,
    next_at      DATETIME(3)  NULL,
    attempts     INT          NOT NULL,
    attempt_payment_id UUID   NULL,
    outcome      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    stopped_subscription_id UUID NULL,
    begun_at     DATETIME(3)  NOT NULL,
    ended_at     DATETIME(3)  NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT billing_dunning_tenant_uk UNIQUE (tenant_id, id),
    CONSTRAINT billing_dunning_invoice_fk FOREIGN KEY (tenant_id, id) REFERENCES billing_invoice (tenant_id, id),
    CONSTRAINT billing_dunning_stage_ck CHECK (stage IN ('upcoming', 'overdue', 'unpaid', 'paid', 'closed', 'given_up', 'stopped')),
    CONSTRAINT billing_dunning_over_ck CHECK ((stage IN ('upcoming', 'overdue', 'unpaid')) = (ended_at IS NULL) AND (ended_at IS NULL) = (next_at IS NOT NULL)),
    CONSTRAINT billing_dunning_numbers_ck CHECK (next_step >= 0 AND attempts >= 0),
    INDEX billing_dunning_next_ix (tenant_id, next_at),
    INDEX billing_dunning_stage_ix (tenant_id, stage, counted_from)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE billing_dunning_event (
    tenant_id   UUID         NOT NULL,
    id          UUID         NOT NULL,
    invoice_id  UUID         NOT NULL,
    happened_at DATETIME(3)  NOT NULL,
    what        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words       VARCHAR(500) NULL,
    PRIMARY KEY (id),
    CONSTRAINT billing_dunning_event_tenant_uk UNIQUE (tenant_id, id),
    CONSTRAINT billing_dunning_event_dunning_fk FOREIGN KEY (tenant_id, invoice_id) REFERENCES billing_dunning (tenant_id, id),
    INDEX billing_dunning_event_ix (tenant_id, invoice_id, id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--rollback DROP TABLE billing_dunning_event; DROP TABLE billing_dunning;
