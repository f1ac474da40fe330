// The engine is compiled without the types of Node: packages that refer to them find nothing here.
export {};
