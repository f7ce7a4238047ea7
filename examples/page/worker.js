// Calculates apart from the page, which may end it: one question after the other.
let engine = null;

const start = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const unpacked = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
    const { instance } = await WebAssembly.instantiate(await unpacked.arrayBuffer(), {
        env: { emscripten_notify_memory_growth() {} },
        wasi_snapshot_preview1: { proc_exit(code) { throw new Error("the engine ended with " + code); }, fd_write: () => 0, fd_close: () => 0, fd_seek: () => 0 },
    });
    engine = instance.exports;
    engine._initialize();
};

const answer = (question) => {
    const letters = new TextEncoder().encode(question + "\0");
    const at = engine.malloc(letters.length);
    new Uint8Array(engine.memory.buffer).set(letters, at);
    const from = engine.leibniz_answer(at);
    const memory = new Uint8Array(engine.memory.buffer);
    const text = new TextDecoder().decode(memory.subarray(from, memory.indexOf(0, from)));
    engine.free(at);
    engine.free(from);
    return JSON.parse(text);
};

onmessage = async ({ data }) => {
    try {
        if (data.packed) {
            await start(data.packed);
            postMessage({ ready: true });
        } else postMessage({ number: data.number, answer: answer(data.question) });
    } catch (error) {
        postMessage({ number: data.number, broken: String(error) });
    }
};
