/* SPDX-License-Identifier: Apache-2.0
 * In: items, pulled one after the other. Out: what became of them, in the same order, read by several threads.
 * Each thread takes the next item under one lock, reads it with a session of its own, and puts the result into a ring;
 * whoever completes the head of the ring delivers it and all finished ones behind it. No dispatcher and no queue of
 * tasks: a thread only ever waits when the ring is full, that is when one large item holds up the rest. With one thread
 * everything runs in the caller's. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/base.h"
#include "dragoman.h"

#define SLOTS_PER_THREAD 32
#define BYTES_IN_FLIGHT BOUND_DOCUMENT_BYTES /* of items pulled and not delivered; one more may come on top */
#define THREAD_STACK ((size_t)8 << 20)

typedef struct slot {
    drg_item item; /* its texts lie in `bytes` */
    char *bytes;   /* malloc */
    size_t size;   /* of `bytes` */
    bool done;     /* may be delivered */
    drg_document *document;
    drg_status status;
    drg_error error;
} slot;

typedef struct pool_run {
    drg_pull pull;
    void *pull_context;
    drg_deliver deliver;
    void *deliver_context;
    pthread_mutex_t pulling; /* held while an item is pulled; guards `pulled` and `ended` */
    size_t pulled;
    bool ended;
    pthread_mutex_t state; /* guards what follows, and each slot's `done` */
    pthread_cond_t room;   /* something was delivered, or the run is stopped */
    size_t delivered, bytes_in_flight;
    bool delivering, stopped;
    slot *slots; /* item i is in slot i % slot_count */
    size_t slot_count;
} pool_run;

typedef struct worker {
    pool_run *pool;
    drg_session *session;
    pthread_t thread;
    bool started;
} worker;

/* ---------------------------------------------------------------- items of its own */

enum { ITEM_TEXTS = 10 };

static void item_texts(drg_item *item, drg_text *texts[ITEM_TEXTS])
{
    drg_source *source = &item->source;
    drg_text *all[ITEM_TEXTS] = {&source->text,  &source->id,     &source->url,       &source->publisher,
                                 &source->title, &source->author, &source->published, &source->language,
                                 &item->conllu,  &item->origin};
    memcpy(texts, all, sizeof all);
}

/* Copies the item into the slot: what was pulled lives only until the next pull. */
static drg_status keep_item(slot *place, const drg_item *item, drg_error *error)
{
    drg_text *texts[ITEM_TEXTS];
    size_t size = 1;
    place->item = *item;
    item_texts(&place->item, texts);
    for (size_t i = 0; i < ITEM_TEXTS; i++) size += texts[i]->size;
    char *bytes = malloc(size);
    if (!bytes) {
        place->item = (drg_item){0};
        return base_fail(error, DRG_ERROR_MEMORY, "%.*s: no memory for the text", BASE_PRINT(item->origin));
    }
    place->bytes = bytes;
    place->size = size;
    for (size_t i = 0; i < ITEM_TEXTS; i++) {
        if (!texts[i]->data) continue;
        if (texts[i]->size) memcpy(bytes, texts[i]->data, texts[i]->size);
        texts[i]->data = bytes;
        bytes += texts[i]->size;
    }
    return DRG_OK;
}

static void clear_slot(slot *place)
{
    drg_document_close(place->document);
    free(place->bytes);
    *place = (slot){0};
}

/* ---------------------------------------------------------------- pulling */

/* Waits until the ring has room. False when the run is stopped. */
static bool wait_for_room(pool_run *pool)
{
    pthread_mutex_lock(&pool->state);
    while (!pool->stopped && pool->pulled > pool->delivered &&
           (pool->pulled - pool->delivered >= pool->slot_count || pool->bytes_in_flight >= BYTES_IN_FLIGHT))
        pthread_cond_wait(&pool->room, &pool->state);
    bool go_on = !pool->stopped;
    pthread_mutex_unlock(&pool->state);
    return go_on;
}

/* The slot with the next item, or with the error of pulling it; NULL at the end. Under the lock `pulling`. */
static slot *pull_next(pool_run *pool)
{
    if (pool->ended || !wait_for_room(pool)) return NULL;
    slot *place = &pool->slots[pool->pulled % pool->slot_count];
    drg_item item = {0};
    bool end = false;
    place->error.message[0] = '\0';
    place->status = pool->pull(pool->pull_context, &item, &end, &place->error);
    pool->ended = place->status == DRG_OK && end;
    if (pool->ended) return NULL;
    if (place->status == DRG_OK) place->status = keep_item(place, &item, &place->error);
    pool->pulled++;
    pthread_mutex_lock(&pool->state);
    pool->bytes_in_flight += place->size;
    pthread_mutex_unlock(&pool->state);
    return place;
}

/* ---------------------------------------------------------------- delivering */

static bool deliver_slot(pool_run *pool, size_t index, const slot *place)
{
    drg_delivery delivery = {.index = index,
                             .origin = place->item.origin,
                             .document = place->document,
                             .status = place->status,
                             .message = place->status == DRG_OK ? "" : place->error.message};
    return pool->deliver(pool->deliver_context, &delivery);
}

/* Marks the slot as done, and delivers what is due unless another thread is at it: that one will see the mark. */
static void finish(pool_run *pool, slot *done)
{
    pthread_mutex_lock(&pool->state);
    done->done = true;
    bool mine = !pool->delivering;
    if (mine) pool->delivering = true;
    while (mine && !pool->stopped) {
        slot *place = &pool->slots[pool->delivered % pool->slot_count];
        if (!place->done) break;
        pthread_mutex_unlock(&pool->state);
        bool go_on = deliver_slot(pool, pool->delivered, place);
        size_t size = place->size;
        clear_slot(place);
        pthread_mutex_lock(&pool->state);
        pool->bytes_in_flight -= size;
        pool->delivered++;
        if (!go_on) pool->stopped = true;
        pthread_cond_broadcast(&pool->room);
    }
    if (mine) pool->delivering = false;
    pthread_mutex_unlock(&pool->state);
}

/* ---------------------------------------------------------------- workers */

static void read_slot(drg_session *session, slot *place)
{
    if (place->status != DRG_OK) return;
    const drg_item *item = &place->item;
    place->status = item->conllu.data ? drg_session_read_conllu(session, &item->source, item->conllu, item->conllu_use,
                                                                &place->document, &place->error)
                                      : drg_session_read(session, &item->source, &place->document, &place->error);
}

static void *work(void *context)
{
    worker *self = context;
    pool_run *pool = self->pool;
    for (;;) {
        pthread_mutex_lock(&pool->pulling);
        slot *place = pull_next(pool);
        pthread_mutex_unlock(&pool->pulling);
        if (!place) return NULL;
        read_slot(self->session, place);
        finish(pool, place);
    }
}

/* Starts the workers but the first, which is the caller's thread. Where the machine gives no more threads, fewer do. */
static void start(worker *workers, size_t count)
{
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return;
    pthread_attr_setstacksize(&attributes, THREAD_STACK);
    for (size_t i = 1; i < count; i++)
        workers[i].started = pthread_create(&workers[i].thread, &attributes, work, &workers[i]) == 0;
    pthread_attr_destroy(&attributes);
}

static void run(worker *workers, size_t count)
{
    start(workers, count);
    work(&workers[0]);
    for (size_t i = 1; i < count; i++)
        if (workers[i].started) pthread_join(workers[i].thread, NULL);
}

/* Opens a session for each worker. One is a must; returns how many there are. */
static drg_status open_sessions(const drg_engine *engine, const drg_options *options, worker *workers, size_t *count,
                                drg_error *error)
{
    for (size_t i = 0; i < *count; i++) {
        drg_status status = drg_session_open(engine, options, &workers[i].session, i ? NULL : error);
        if (status != DRG_OK && i == 0) return status;
        if (status != DRG_OK) *count = i;
    }
    return DRG_OK;
}

static size_t thread_count(size_t asked)
{
    if (asked) return asked < BOUND_THREADS ? asked : BOUND_THREADS;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (processors < 1) return 1;
    return (size_t)processors < BOUND_THREADS ? (size_t)processors : BOUND_THREADS;
}

static drg_status run_pool(pool_run *pool, worker *workers, size_t count, const drg_engine *engine,
                           const drg_options *options, drg_error *error)
{
    for (size_t i = 0; i < count; i++) workers[i].pool = pool;
    size_t opened = count;
    drg_status status = open_sessions(engine, options, workers, &opened, error);
    if (status == DRG_OK) run(workers, opened);
    for (size_t i = 0; i < opened; i++) drg_session_close(workers[i].session);
    for (size_t i = 0; i < pool->slot_count; i++) clear_slot(&pool->slots[i]);
    if (status == DRG_OK && pool->stopped) return base_fail(error, DRG_ERROR_IO, "the run was stopped");
    return status;
}

drg_status drg_engine_run(const drg_engine *engine, const drg_options *options, size_t threads, drg_pull pull,
                          void *pull_context, drg_deliver deliver, void *deliver_context, drg_error *error)
{
    size_t count = thread_count(threads);
    pool_run pool = {.pull = pull,
                     .pull_context = pull_context,
                     .deliver = deliver,
                     .deliver_context = deliver_context,
                     .slot_count = count * SLOTS_PER_THREAD,
                     .pulling = PTHREAD_MUTEX_INITIALIZER,
                     .state = PTHREAD_MUTEX_INITIALIZER,
                     .room = PTHREAD_COND_INITIALIZER};
    pool.slots = calloc(pool.slot_count, sizeof *pool.slots);
    worker *workers = calloc(count, sizeof *workers);
    drg_status status = pool.slots && workers ? run_pool(&pool, workers, count, engine, options, error)
                                              : base_fail(error, DRG_ERROR_MEMORY, "no memory for %zu threads", count);
    free(workers);
    free(pool.slots);
    return status;
}
